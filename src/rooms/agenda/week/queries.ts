import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { closedBetween, isOpenOn, schoolYearOf, spanOf } from '#rooms/days/door.ts'
import { dayPlan, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { lessons } from '../lessons/tables.ts'
import { presences } from '../tables.ts'
import type { Facts, Placed, SessionOf } from './rules.ts'
import { placements, sessionGroups, sessions, weekLimits } from './tables.ts'

type Row = Omit<SessionOf, 'outAtOnce'> & { placed: Omit<Placed, 'sessionId'>[] }

/** All sessions of a school with everything they hang on; in one question, because a page asks few. */
const sessionsOf = (tx: Tx, schoolId: string, from: Day): Promise<Row[]> =>
  tx
    .select({
      id: sessions.id,
      relationId: sessions.relationId,
      partner: relations.name,
      minutes: sessions.minutes,
      times: sessions.times,
      place: sessions.place,
      spaceId: sessions.spaceId,
      groups: sql<
        Row['groups']
      >`coalesce((select json_agg(json_build_object('id', ${sessionGroups.groupId}, 'pupils', ${sessionGroups.pupils}))
        from ${sessionGroups} where ${sessionGroups.schoolId} = ${sessions.schoolId} and ${sessionGroups.sessionId} = ${sessions.id}), '[]'::json)`,
      presence: sql<Row['presence']>`coalesce((select json_agg(json_build_object('weekday', ${presences.weekday},
        'from', to_char(${presences.from}, 'HH24:MI'), 'to', to_char(${presences.until}, 'HH24:MI')))
        from ${presences} where ${presences.schoolId} = ${sessions.schoolId} and ${presences.relationId} = ${sessions.relationId}), '[]'::json)`,
      placed: sql<
        Row['placed']
      >`coalesce((select json_agg(json_build_object('id', ${placements.id}, 'weekday', ${placements.weekday},
        'from', to_char(${placements.from}, 'HH24:MI'), 'spaceId', ${placements.spaceId}, 'since', ${placements.since},
        'until', ${placements.until}, 'byHand', ${placements.byHand}) order by ${placements.weekday}, ${placements.from}, ${placements.id})
        from ${placements} where ${placements.schoolId} = ${sessions.schoolId} and ${placements.sessionId} = ${sessions.id}
        and (${placements.until} is null or ${placements.until} >= ${from})), '[]'::json)`,
    })
    .from(sessions)
    .innerJoin(relations, and(eq(relations.schoolId, sessions.schoolId), eq(relations.id, sessions.relationId)))
    .where(eq(sessions.schoolId, schoolId))
    .orderBy(asc(relations.name), asc(sessions.id))

type Ground = { rooms: Facts['rooms']; lessons: Facts['lessons']; outAtOnce: number | null }
/** Rooms, lessons and the limit of a school, in one question. */
async function groundOf(tx: Tx, schoolId: string): Promise<Ground> {
  const [ground] = await rowsOf<Ground>(
    tx,
    sql`select coalesce((select json_agg(json_build_object('id', ${spaces.id}, 'name', ${spaces.name}) order by ${spaces.name})
        from ${spaces} where ${spaces.schoolId} = ${schoolId}), '[]'::json) as rooms,
      coalesce((select json_agg(json_build_object('groupId', ${lessons.groupId}, 'weekday', ${lessons.weekday},
        'from', to_char(${lessons.from}, 'HH24:MI'), 'until', to_char(${lessons.until}, 'HH24:MI'), 'subject', ${lessons.subject},
        'protected', ${lessons.protected}) order by ${lessons.weekday}, ${lessons.from})
        from ${lessons} where ${lessons.schoolId} = ${schoolId}), '[]'::json) as lessons,
      (select ${weekLimits.outAtOnce} from ${weekLimits} where ${weekLimits.schoolId} = ${schoolId}) as "outAtOnce"`,
  )
  return ground!
}

/** Everything the week of externals is made from, and what was placed since the school year began. Five questions. */
export async function factsOf(tx: Tx, schoolId: string, monday: Day): Promise<Facts> {
  const { from } = spanOf(schoolYearOf(monday))
  const list = await listOf(tx, schoolId, monday, 1)
  return { ...list, closed: await closedBetween(tx, schoolId, { from, until: dayPlus(monday, 6) }) }
}

/** The same without days on which there is no school, and (without a weekday) without the bell. */
export async function listOf(tx: Tx, schoolId: string, monday: Day, weekday?: number): Promise<Facts> {
  const { groups, week } = await dayPlan(tx, schoolId, weekday)
  const { rooms, lessons: typed, outAtOnce } = await groundOf(tx, schoolId)
  const rows = await sessionsOf(tx, schoolId, spanOf(schoolYearOf(monday)).from)
  const inOrder = (a: Placed, b: Placed) => a.weekday - b.weekday || a.from.localeCompare(b.from)
  return {
    ...{ monday, rooms, lessons: typed, outAtOnce: outAtOnce ?? 4, bells: week, closed: [] },
    groups: groups.map(({ id, name, pupils }) => ({ id, name, pupils })),
    sessions: rows.map(({ placed: _, ...session }) => session),
    placed: rows.flatMap(({ id, placed }) => placed.map((one) => ({ ...one, sessionId: id }))).sort(inOrder),
  }
}

/** Partners one can make a session with: lines that go on. */
export const partnersOf = (tx: Tx, schoolId: string, today: Day) =>
  tx
    .select({ id: relations.id, name: relations.name })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)

/** What stands in the week on one day, with the names of its groups: for the sheet of whoever stands in. */
export type OnDay = { partner: string; from: string; minutes: number; space: string | null; groupIds: string[] }
export const sessionsOn = (
  tx: Tx,
  schoolId: string,
  { weekday, today }: { weekday: number; today: Day },
): Promise<OnDay[]> =>
  tx
    .select({
      partner: relations.name,
      from: sql<string>`to_char(${placements.from}, 'HH24:MI')`,
      minutes: sessions.minutes,
      space: spaces.name,
      groupIds: sql<string[]>`coalesce((select json_agg(${sessionGroups.groupId}) from ${sessionGroups}
        where ${sessionGroups.schoolId} = ${sessions.schoolId} and ${sessionGroups.sessionId} = ${sessions.id}), '[]'::json)`,
    })
    .from(placements)
    .innerJoin(sessions, and(eq(sessions.schoolId, placements.schoolId), eq(sessions.id, placements.sessionId)))
    .innerJoin(relations, and(eq(relations.schoolId, sessions.schoolId), eq(relations.id, sessions.relationId)))
    .leftJoin(spaces, and(eq(spaces.schoolId, placements.schoolId), eq(spaces.id, placements.spaceId)))
    .where(
      and(
        eq(placements.schoolId, schoolId),
        eq(placements.weekday, weekday),
        isOpenOn(schoolId, today),
        sql`${placements.since} <= ${today} and (${placements.until} is null or ${placements.until} >= ${today})`,
        or(isNull(relations.until), gte(relations.until, today)),
      ),
    )
    .orderBy(asc(placements.from), asc(relations.name))

/** Whether it stands, or stood, in this school's week. */
export async function isOurs(tx: Tx, schoolId: string, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: placements.id })
    .from(placements)
    .where(and(eq(placements.schoolId, schoolId), eq(placements.id, id)))
  return found.length > 0
}
