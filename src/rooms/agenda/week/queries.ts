import { and, asc, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { atOnce, rowsOf, type Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { closedBetween, isOpenOn, schoolYearOf, spanOf } from '#rooms/days/door.ts'
import { dayPlan, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { changesSince, type Otherwise, otherwiseOn } from '../exceptions/queries.ts'
import type { Changes } from '../exceptions/rules.ts'
import { presenceChanges, sessionChanges } from '../exceptions/tables.ts'
import { lessons } from '../lessons/tables.ts'
import { presences } from '../tables.ts'
import type { Facts, Placed, SessionOf } from './rules.ts'
import { placements, sessionGroups, sessions, weekLimits } from './tables.ts'

type Row = Omit<SessionOf, 'outAtOnce'> & { placed: Omit<Placed, 'sessionId'>[] }

/** All sessions of a school with everything they hang on; in one question, because a page asks few. */
const sessionsOf = (tx: Tx, schoolId: string, from: Day, monday: Day): Promise<Row[]> =>
  tx
    .select({
      id: sessions.id,
      relationId: sessions.relationId,
      partner: relations.name,
      last: relations.until,
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
    .where(
      and(
        eq(sessions.schoolId, schoolId),
        isNull(sessions.removedAt),
        or(isNull(relations.until), gte(relations.until, monday)),
      ),
    )
    .orderBy(asc(relations.name), asc(sessions.id))

type Ground = { rooms: Facts['rooms']; lessons: Facts['lessons']; outAtOnce: number | null; changes: Changes }
/** Rooms, lessons, the limit of a school and what is otherwise for once, in one question. */
async function groundOf(tx: Tx, schoolId: string, from: Day): Promise<Ground> {
  const [ground] = await rowsOf<Ground>(
    tx,
    sql`select coalesce((select json_agg(json_build_object('id', ${spaces.id}, 'name', ${spaces.name}) order by ${spaces.name})
        from ${spaces} where ${spaces.schoolId} = ${schoolId}), '[]'::json) as rooms,
      coalesce((select json_agg(json_build_object('groupId', ${lessons.groupId}, 'weekday', ${lessons.weekday},
        'from', to_char(${lessons.from}, 'HH24:MI'), 'until', to_char(${lessons.until}, 'HH24:MI'), 'subject', ${lessons.subject},
        'protected', ${lessons.protected}, 'since', ${lessons.since}, 'ends', ${lessons.ends}) order by ${lessons.weekday}, ${lessons.from})
        from ${lessons} where ${lessons.schoolId} = ${schoolId}), '[]'::json) as lessons,
      (select ${weekLimits.outAtOnce} from ${weekLimits} where ${weekLimits.schoolId} = ${schoolId}) as "outAtOnce",
      ${changesSince(schoolId, from)} as changes`,
  )
  return ground!
}

const yearBegins = (monday: Day): Day => spanOf(schoolYearOf(dayPlus(monday, 6))).from

/** Everything the week of externals is made from, and what was placed since the school year began. Five questions. */
export async function factsOf(tx: Tx, schoolId: string, monday: Day, until: Day = dayPlus(monday, 6)): Promise<Facts> {
  const span = { from: yearBegins(monday), until: until > monday ? until : dayPlus(monday, 6) }
  const { list, closed } = await atOnce({
    list: listOf(tx, schoolId, monday, 1),
    closed: closedBetween(tx, schoolId, span),
  })
  return { ...list, closed }
}

/** The same without days on which there is no school, and (without a weekday) without the bell. */
export async function listOf(tx: Tx, schoolId: string, monday: Day, weekday?: number): Promise<Facts> {
  const begins = yearBegins(monday)
  const { plan, ground, rows } = await atOnce({
    plan: dayPlan(tx, schoolId, weekday),
    ground: groundOf(tx, schoolId, begins),
    rows: sessionsOf(tx, schoolId, begins, monday),
  })
  const { rooms, lessons: typed, outAtOnce, changes } = ground
  const inOrder = (a: Placed, b: Placed) => a.weekday - b.weekday || a.from.localeCompare(b.from)
  return {
    ...{ monday, begins, rooms, lessons: typed, outAtOnce: outAtOnce ?? 4, bells: plan.week, closed: [], changes },
    groups: plan.groups.map(({ id, name, pupils }) => ({ id, name, pupils })),
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

/** What is held on one day, with the ids of its groups: for the sheet of whoever stands in. */
export type OnDay = { partner: string; from: string; minutes: number; space: string | null; groupIds: string[] }
export function sessionsOn(tx: Tx, schoolId: string, { weekday, today }: { weekday: number; today: Day }) {
  const standsOn = (day: SQL | Day, on: SQL | number) => sql`${placements.weekday} = ${on}
    and ${placements.since} <= ${day} and (${placements.until} is null or ${placements.until} >= ${day})`
  const changed = sql`${sessionChanges.schoolId} = ${schoolId} and ${sessionChanges.sessionId} = ${sessions.id}`
  const held = sql`select ${sessions.id} as id, ${placements.from} as "from", ${placements.spaceId} as space
    from ${placements} join ${sessions} on ${sessions.schoolId} = ${placements.schoolId} and ${sessions.id} = ${placements.sessionId}
    where ${placements.schoolId} = ${schoolId} and ${standsOn(today, weekday)}
      and not exists (select 1 from ${sessionChanges} where ${changed} and ${sessionChanges.kind} <> 'extra' and ${sessionChanges.day} = ${today})
      and not exists (select 1 from ${presenceChanges} where ${presenceChanges.schoolId} = ${schoolId}
        and ${presenceChanges.relationId} = ${sessions.relationId} and ${presenceChanges.kind} = 'away' and ${presenceChanges.day} = ${today})`
  const once = sql`select ${sessions.id}, ${sessionChanges.from}, ${sessionChanges.spaceId}
    from ${sessionChanges} join ${sessions} on ${changed}
    where (${sessionChanges.kind} = 'extra' and ${sessionChanges.day} = ${today})
      or (${sessionChanges.kind} = 'moved' and ${sessionChanges.toDay} = ${today} and exists (select 1 from ${placements}
        where ${placements.schoolId} = ${schoolId} and ${placements.sessionId} = ${sessions.id}
          and ${standsOn(sql`${sessionChanges.day}`, sql`extract(isodow from ${sessionChanges.day})`)}))`
  return tx
    .select({
      partner: sql<string>`${relations.name}`.as('partner'),
      from: sql<string>`to_char(held."from", 'HH24:MI')`.as('from'),
      minutes: sql<number>`${sessions.minutes}`.as('minutes'),
      space: sql<string | null>`${spaces.name}`.as('space'),
      groupIds: sql<string[]>`coalesce((select json_agg(${sessionGroups.groupId}) from ${sessionGroups}
        where ${sessionGroups.schoolId} = ${sessions.schoolId} and ${sessionGroups.sessionId} = ${sessions.id}), '[]'::json)`.as(
        'groupIds',
      ),
    })
    .from(sql`(${held} union all ${once}) as held`)
    .innerJoin(sessions, and(eq(sessions.schoolId, schoolId), sql`${sessions.id} = held.id`))
    .innerJoin(relations, and(eq(relations.schoolId, sessions.schoolId), eq(relations.id, sessions.relationId)))
    .leftJoin(spaces, and(eq(spaces.schoolId, sessions.schoolId), sql`${spaces.id} = held.space`))
    .where(
      and(
        isOpenOn(schoolId, today),
        isNull(sessions.removedAt),
        or(isNull(relations.until), gte(relations.until, today)),
      ),
    )
    .orderBy(sql`held."from"`, asc(relations.name))
}

/** What is held on one day, and what groups have otherwise: for the sheet of whoever stands in. One question. */
export async function dayOn(tx: Tx, schoolId: string, when: { weekday: number; today: Day }) {
  const held = sessionsOn(tx, schoolId, when).as('held_on')
  const [found] = await rowsOf<{ sessions: OnDay[]; otherwise: Otherwise[] }>(
    tx,
    sql`select (select coalesce(json_agg(row_to_json(held_on)), '[]'::json) from ${held}) as sessions,
      ${otherwiseOn(schoolId, when.today)} as otherwise`,
  )
  return found!
}

/** Whether it stands, or stood, in this school's week. */
export async function isOurs(tx: Tx, schoolId: string, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: placements.id })
    .from(placements)
    .where(and(eq(placements.schoolId, schoolId), eq(placements.id, id)))
  return found.length > 0
}
