import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { presences } from '#rooms/agenda/door.ts'
import { people, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { goneColumns, goneTo, ofInvolvement } from '../letters/queries.ts'
import { type LetterWay, resolutionLetters } from '../letters/tables.ts'
import { choices, decisions } from '../tables.ts'
import { visionPoints } from '../vision/tables.ts'
import type { KnownLine } from './rules.ts'
import { type Involvement, involvements, type Resolution, resolutions } from './tables.ts'

const recorders = alias(people, 'recorders')

export type ResolutionShown = {
  resolution: Resolution
  vision: string | null
  line: string | null
  person: string | null
  recorder: string | null
  space: string | null
}
const shownResolutions = (tx: Tx) =>
  tx
    .select({
      resolution: resolutions,
      ...{ vision: visionPoints.name, line: relations.name, person: people.name, recorder: recorders.name },
      space: spaces.name,
    })
    .from(resolutions)
    .leftJoin(
      visionPoints,
      and(eq(visionPoints.schoolId, resolutions.schoolId), eq(visionPoints.id, resolutions.visionId)),
    )
    .leftJoin(relations, and(eq(relations.schoolId, resolutions.schoolId), eq(relations.id, resolutions.lineId)))
    .leftJoin(people, eq(people.id, resolutions.ownerId))
    .leftJoin(recorders, eq(recorders.id, resolutions.recordedBy))
    .leftJoin(spaces, and(eq(spaces.schoolId, resolutions.schoolId), eq(spaces.id, resolutions.spaceId)))

export async function findResolution(tx: Tx, schoolId: string, id: string): Promise<ResolutionShown | undefined> {
  const [found] = await shownResolutions(tx).where(and(eq(resolutions.schoolId, schoolId), eq(resolutions.id, id)))
  return found
}

const mostShown = 200
const counted = (is: ReturnType<typeof sql>) => sql<number>`(select count(*)::int from ${involvements}
  where ${involvements.schoolId} = ${resolutions.schoolId} and ${involvements.resolutionId} = ${resolutions.id} and ${is})`

/** What the school is going to decide and has decided, the latest day on top, with who was involved in figures. */
export const resolutionsOf = (tx: Tx, schoolId: string) =>
  tx
    .select({
      ...{ id: resolutions.id, title: resolutions.title, about: resolutions.about, decidesOn: resolutions.decidesOn },
      involved: counted(sql`${involvements.way} = 'involved'`),
      informed: counted(sql`${involvements.way} = 'informed'`),
      unheard: counted(sql`${involvements.way} = 'involved' and ${involvements.said} is null`),
    })
    .from(resolutions)
    .where(eq(resolutions.schoolId, schoolId))
    .orderBy(desc(resolutions.decidesOn), asc(resolutions.title))
    .limit(mostShown)
export type ResolutionRow = Awaited<ReturnType<typeof resolutionsOf>>[number]

export type InvolvementShown = Pick<Involvement, 'relationId' | 'way' | 'why' | 'askUntil' | 'said' | 'saidOn'> & {
  partner: string
  ownerId: string | null
  deputyId: string | null
  /** That it was written to, when and to whom. */
  letter: { relationId: string; way: LetterWay; sentAt: Date } | null
  writtenTo: string
}
/** Who was ticked for one decision, by name. */
export const involvementsOf = (tx: Tx, schoolId: string, resolutionId: string): Promise<InvolvementShown[]> =>
  tx
    .select({
      ...{ relationId: involvements.relationId, way: involvements.way, why: involvements.why },
      ...{ askUntil: involvements.askUntil, said: involvements.said, saidOn: involvements.saidOn },
      ...{ partner: relations.name, ownerId: relations.ownerId, deputyId: relations.deputyId },
      ...{ letter: goneColumns, writtenTo: goneTo },
    })
    .from(involvements)
    .innerJoin(relations, and(eq(relations.schoolId, involvements.schoolId), eq(relations.id, involvements.relationId)))
    .leftJoin(resolutionLetters, ofInvolvement)
    .where(and(eq(involvements.schoolId, schoolId), eq(involvements.resolutionId, resolutionId)))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)

export type ResolutionOfLine = Pick<Resolution, 'id' | 'title' | 'decidesOn'> &
  Pick<Involvement, 'way' | 'said' | 'askUntil'>
/** For the card of a partner: in which decisions it was involved, the latest on top. A piece of a larger question. */
export const resolutionsOnLine = sql<
  ResolutionOfLine[]
>`(select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title,
    'decidesOn', r.decides_on, 'way', r.way, 'said', r.said, 'askUntil', r.ask_until) order by r.decides_on desc, r.title), '[]'::json)
  from (select d.id, d.title, d.decides_on, i.way, i.said, i.ask_until
    from ${involvements} i join ${resolutions} d on d.school_id = i.school_id and d.id = i.resolution_id
    where i.school_id = ${relations.schoolId} and i.relation_id = ${relations.id}
    order by d.decides_on desc, d.title limit 10) r)`

/** The open lines with what says whether a decision touches them. One query. */
export const knownLines = (tx: Tx, schoolId: string, today: Day): Promise<KnownLine[]> =>
  rowsOf<KnownLine>(
    tx,
    sql`with chosen as (
      select c.line_id, json_agg(json_build_object('visionId', c.vision_id, 'topic', c.topic)) as list from ${choices} c
      where c.school_id = ${schoolId} and c.line_id is not null
        and (select d.outcome from ${decisions} d where d.school_id = c.school_id and d.choice_id = c.id
          order by d.at desc limit 1) in ('yes', 'try')
      group by c.line_id),
    hours as (
      select p.relation_id, json_agg(json_build_object('weekday', p.weekday, 'spaceId', p.space_id)) as list
      from ${presences} p where p.school_id = ${schoolId} group by p.relation_id)
    select r.id, r.name, r.type, r.owner_id as "ownerId", r.deputy_id as "deputyId",
      coalesce(c.list, '[]'::json) as chosen, coalesce(h.list, '[]'::json) as hours
    from ${relations} r left join chosen c on c.line_id = r.id left join hours h on h.relation_id = r.id
    where r.school_id = ${schoolId} and coalesce(r.until, ${today}::date) >= ${today}::date
    order by r.name collate "und-x-icu"`,
  )
