import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { mayTendNetwork, relations } from '#rooms/relations/door.ts'
import { proposals } from './desk/tables.ts'
import { involvements, resolutions } from './resolutions/tables.ts'
import { asksDecision, type Load } from './rules.ts'
import { type Choice, choices, decisions, type Outcome } from './tables.ts'
import { mayDecide } from './vision/access.ts'
import { type Bounds, declaredHours, planBounds, visionPoints } from './vision/tables.ts'

const owners = alias(people, 'owners')
const askers = alias(people, 'askers')
const roomLines = alias(relations, 'room_lines')

export type Decided = { outcome: Outcome; why: string; decidedOn: Day; by: string | null }
/** What was decided, the first first. */
const decided = sql<Decided[]>`coalesce((select json_agg(json_build_object('outcome', d.outcome, 'why', d.why,
    'decidedOn', d.decided_on, 'by', p.name) order by d.at)
  from ${decisions} d left join ${people} p on p.id = d.decided_by
  where d.school_id = ${choices.schoolId} and d.choice_id = ${choices.id}), '[]'::json)`

const shown = {
  choice: choices,
  owner: owners.name,
  asker: askers.name,
  vision: visionPoints.name,
  roomLine: roomLines.name,
  decided,
}
export type ChoiceShown = {
  choice: Choice
  owner: string | null
  asker: string | null
  vision: string | null
  roomLine: string | null
  decided: Decided[]
}

const shownChoices = (tx: Tx) =>
  tx
    .select(shown)
    .from(choices)
    .leftJoin(owners, eq(owners.id, choices.ownerId))
    .leftJoin(askers, eq(askers.id, choices.askedBy))
    .leftJoin(visionPoints, and(eq(visionPoints.schoolId, choices.schoolId), eq(visionPoints.id, choices.visionId)))
    .leftJoin(roomLines, and(eq(roomLines.schoolId, choices.schoolId), eq(roomLines.id, choices.roomLineId)))

/** What was begun for, as chosen, and what it was thought to ask. Of the newest choice that was a yes or a trial. */
export type ChosenFor = { id: string; vision: string | null; better: string; seenBy: Day; hours: number; chosenOn: Day }
/** Of each line of a query over `relations`, as a column; null where nothing was chosen. */
export const chosenForLine = sql<ChosenFor | null>`(select json_build_object('id', c.id, 'vision', v.name,
    'better', c.better, 'seenBy', c.seen_by, 'hours', c.hours, 'chosenOn', c.asked_on)
  from ${choices} c left join ${visionPoints} v on v.school_id = c.school_id and v.id = c.vision_id
  where c.school_id = ${relations.schoolId} and c.line_id = ${relations.id}
    and (select d.outcome from ${decisions} d where d.school_id = c.school_id and d.choice_id = c.id
      order by d.at desc limit 1) in ('yes', 'try')
  order by c.asked_on desc, c.id limit 1)`

const mostShown = 200
/** The newest first. */
export const choicesOf = (tx: Tx, schoolId: string): Promise<ChoiceShown[]> =>
  shownChoices(tx).where(eq(choices.schoolId, schoolId)).orderBy(desc(choices.askedOn), choices.id).limit(mostShown)

/** In the order of their ids, some at a time: for programs. */
export const choicePage = (
  tx: Tx,
  schoolId: string,
  { after, most }: { after: string | undefined; most: number },
): Promise<ChoiceShown[]> =>
  shownChoices(tx)
    .where(and(eq(choices.schoolId, schoolId), after ? gt(choices.id, after) : undefined))
    .orderBy(choices.id)
    .limit(most)

/** What was chosen about one line, for its card. */
export const choicesOfLine = (tx: Tx, schoolId: string, lineId: string): Promise<ChoiceShown[]> =>
  shownChoices(tx)
    .where(and(eq(choices.schoolId, schoolId), eq(choices.lineId, lineId)))
    .orderBy(desc(choices.askedOn), choices.id)
    .limit(10)

export async function findChoice(tx: Tx, schoolId: string, id: string): Promise<ChoiceShown | undefined> {
  const [found] = await shownChoices(tx).where(and(eq(choices.schoolId, schoolId), eq(choices.id, id)))
  return found
}

/** The open lines of a school, to choose among. */
export const openLines = (tx: Tx, schoolId: string, today: Day) =>
  tx
    .select({ id: relations.id, name: relations.name, type: relations.type, ownerId: relations.ownerId })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), sql`coalesce(${relations.until}, ${today}) >= ${today}`))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)
export type OpenLine = Awaited<ReturnType<typeof openLines>>[number]

export async function boundsOf(tx: Tx, schoolId: string): Promise<Bounds> {
  const [found] = await tx.select().from(planBounds).where(eq(planBounds.schoolId, schoolId))
  return found ?? { schoolId, mostLines: null, mostPerOwner: null, deskOpenedAt: null }
}

/**
 * What each colleague has on her hands. The hours of a line are those of its newest choice that was a yes or a trial; a
 * line without one has no estimate, and is counted as such.
 */
export const loadsOf = (tx: Tx, schoolId: string, today: Day): Promise<Load[]> =>
  rowsOf<Load>(
    tx,
    sql`with estimate as (
      select distinct on (c.line_id) c.line_id, c.hours from ${choices} c
      where c.school_id = ${schoolId} and c.line_id is not null
        and (select d.outcome from ${decisions} d where d.school_id = c.school_id and d.choice_id = c.id
          order by d.at desc limit 1) in ('yes', 'try')
      order by c.line_id, c.asked_on desc)
    select p.id as "personId", p.name, count(r.id)::int as lines, coalesce(sum(e.hours), 0)::int as hours,
      count(r.id) filter (where e.line_id is null)::int as unknown, max(h.hours) as declared
    from ${memberships} m join ${people} p on p.id = m.person_id
      left join ${declaredHours} h on h.school_id = m.organisation_id and h.person_id = p.id
      left join ${relations} r on r.school_id = m.organisation_id and r.owner_id = p.id
        and coalesce(r.until, ${today}::date) >= ${today}::date
      left join estimate e on e.line_id = r.id
    where m.organisation_id = ${schoolId} and coalesce(m.until, ${today}::date) >= ${today}::date
    group by p.id, p.name order by p.name collate "und-x-icu"`,
  )

type ChoiceFacts = { id: string; name: string; seenBy: Day; last: Outcome | null }
type ProposalFacts = { id: string; stage: string; passedTo: string | null }
/** How many partners are still to be heard, and whether anybody has been ticked at all. */
export type ResolutionWaits = { id: string; title: string; decidesOn: Day; unheard: number; nobody: boolean }

/** For Vandaag: choices that ask my decision, offers without an answer, partners to be heard. By their own rules. One query. */
export async function waitingInPlans(tx: Tx, me: Actor, today: Day) {
  const open = sql`select 'choice' as kind, c.asked_on as day, jsonb_build_object('id', c.id, 'name', c.name, 'seenBy', c.seen_by,
      'last', (select d.outcome from ${decisions} d where d.school_id = c.school_id and d.choice_id = c.id
        order by d.at desc limit 1)) as facts
    from ${choices} c where c.school_id = ${me.organisationId}`
  const offered = sql`select 'proposal' as kind, p.arrived_on as day,
      jsonb_build_object('id', p.id, 'stage', p.stage, 'passedTo', p.passed_to) as facts
    from ${proposals} p where p.school_id = ${me.organisationId} and p.stage in ('new', 'kept', 'passed')`
  // Waits on whoever recorded it for every partner, and on who holds a line for that one.
  const ahead = sql`select 'resolution' as kind, s.decides_on as day, jsonb_build_object('id', s.id, 'title', s.title,
      'decidesOn', s.decides_on, 'nobody', s.recorded_by = ${me.personId} and count(i.relation_id) = 0, 'unheard', count(*)
        filter (where i.way = 'involved' and i.said is null and ${me.personId} in (s.recorded_by, r.owner_id))) as facts
    from ${resolutions} s left join ${involvements} i on i.school_id = s.school_id and i.resolution_id = s.id
      left join ${relations} r on r.school_id = i.school_id and r.id = i.relation_id
    where s.school_id = ${me.organisationId} and s.decides_on >= ${today}
    group by s.school_id, s.id`
  type Row =
    | { kind: 'choice'; facts: ChoiceFacts }
    | { kind: 'proposal'; facts: ProposalFacts }
    | { kind: 'resolution'; facts: ResolutionWaits }
  const rows = await rowsOf<Row>(
    tx,
    sql`select kind, facts from (${open} union all ${offered} union all ${ahead}) waiting order by day`,
  )
  return {
    choices: rows.flatMap(({ kind, facts }) =>
      kind === 'choice' && mayDecide(me) && asksDecision(facts, facts.last, today) ? [facts] : [],
    ),
    offers: rows.filter(({ kind, facts }) => kind === 'proposal' && waitsFor(me, facts as ProposalFacts)).length,
    resolutions: rows.flatMap(({ kind, facts }) =>
      kind === 'resolution' && (facts.nobody || facts.unheard > 0) ? [facts] : [],
    ),
  }
}

/** Laid before somebody it waits on her; else on whoever reads the desk. */
const waitsFor = (me: Actor, { stage, passedTo }: ProposalFacts) =>
  stage === 'passed' ? passedTo === me.personId : mayTendNetwork(me)
