import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { closedBetween, isOpenOn, schoolYearOf, spanOf } from '#rooms/days/door.ts'
import { dayPlan, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { lessonsOf } from '../lessons/queries.ts'
import { presences } from '../tables.ts'
import type { Facts, Placed, SessionOf } from './rules.ts'
import { placements, sessionGroups, sessions, weekLimits } from './tables.ts'

/** All sessions of a school with everything they hang on; in one question, because a page asks few. */
const sessionsOf = (tx: Tx, schoolId: string): Promise<SessionOf[]> =>
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
        SessionOf['groups']
      >`coalesce((select json_agg(json_build_object('id', ${sessionGroups.groupId}, 'pupils', ${sessionGroups.pupils}))
        from ${sessionGroups} where ${sessionGroups.schoolId} = ${sessions.schoolId} and ${sessionGroups.sessionId} = ${sessions.id}), '[]'::json)`,
      presence: sql<SessionOf['presence']>`coalesce((select json_agg(json_build_object('weekday', ${presences.weekday},
        'from', to_char(${presences.from}, 'HH24:MI'), 'to', to_char(${presences.until}, 'HH24:MI')))
        from ${presences} where ${presences.schoolId} = ${sessions.schoolId} and ${presences.relationId} = ${sessions.relationId}), '[]'::json)`,
      outAtOnce: sql<
        number | null
      >`(select ${weekLimits.outAtOnce} from ${weekLimits} where ${weekLimits.schoolId} = ${sessions.schoolId})`,
    })
    .from(sessions)
    .innerJoin(relations, and(eq(relations.schoolId, sessions.schoolId), eq(relations.id, sessions.relationId)))
    .where(eq(sessions.schoolId, schoolId))
    .orderBy(asc(relations.name), asc(sessions.id))

/** Everything the week of externals is made from, and what was placed since the school year began. Six questions. */
export async function factsOf(tx: Tx, schoolId: string, monday: Day): Promise<Facts> {
  const { from } = spanOf(schoolYearOf(monday))
  const rooms = tx.select({ id: spaces.id, name: spaces.name }).from(spaces).where(eq(spaces.schoolId, schoolId))
  const { groups, week } = await dayPlan(tx, schoolId, 1)
  const all = await sessionsOf(tx, schoolId)
  return {
    monday,
    sessions: all,
    placed: await placedSince(tx, schoolId, from),
    rooms: await rooms.orderBy(asc(spaces.name)),
    groups: groups.map(({ id, name, pupils }) => ({ id, name, pupils })),
    bells: week,
    lessons: await lessonsOf(tx, schoolId),
    closed: await closedBetween(tx, schoolId, { from, until: dayPlus(monday, 6) }),
    outAtOnce: all[0]?.outAtOnce ?? 4,
  }
}

const placedSince = (tx: Tx, schoolId: string, from: Day): Promise<Placed[]> =>
  tx
    .select({
      id: placements.id,
      sessionId: placements.sessionId,
      weekday: placements.weekday,
      from: sql<string>`to_char(${placements.from}, 'HH24:MI')`,
      spaceId: placements.spaceId,
      since: placements.since,
      until: placements.until,
      byHand: placements.byHand,
    })
    .from(placements)
    .where(and(eq(placements.schoolId, schoolId), or(isNull(placements.until), gte(placements.until, from))))
    .orderBy(asc(placements.weekday), asc(placements.from), asc(placements.id))

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
