import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Signals } from '#kit/http/signals.ts'
import type { Day } from '#kit/time/day.ts'
import type { Language } from '#kit/words/words.ts'
import { type Group, grouped, signalsTogether } from '#rooms/signals/door.ts'
import { isOfTheTwo } from './access.ts'
import { nextTime } from './rules.ts'
import { tandemPoints, tandems } from './tables.ts'

export type Asking = { sources: Signals; today: Day; language: Language }
/** What is open in the network about a line, as the page of signals says it, by kind. One query. */
export const signalsNow = async (tx: Tx, me: Actor, asking: Asking): Promise<Group[]> =>
  grouped(await signalsTogether(tx, me, asking))

/** Every point, what waits first and in the order it came; of what was settled the last on top. */
export const pointsOf = (tx: Tx, schoolId: string) =>
  tx
    .select()
    .from(tandemPoints)
    .where(eq(tandemPoints.schoolId, schoolId))
    .orderBy(desc(tandemPoints.settledOn), asc(tandemPoints.addedAt))

export async function findPoint(tx: Tx, schoolId: string, id: string) {
  const [point] = await tx
    .select()
    .from(tandemPoints)
    .where(and(eq(tandemPoints.schoolId, schoolId), eq(tandemPoints.id, id)))
  return point
}

export async function chosenDay(tx: Tx, schoolId: string): Promise<Day | null> {
  const [row] = await tx.select({ nextOn: tandems.nextOn }).from(tandems).where(eq(tandems.schoolId, schoolId))
  return row?.nextOn ?? null
}

export type TandemToday = { points: number }
/** For Vandaag of the two, on the day they chose: how many points lie there, until all are settled. Asks nothing for others. */
export async function tandemToday(tx: Tx, me: Actor, today: Day): Promise<TandemToday | undefined> {
  if (!isOfTheTwo(me)) return undefined
  const [row] = await tx
    .select({
      nextOn: tandems.nextOn,
      points: sql<number>`count(*) filter (where ${tandemPoints.id} is not null and ${tandemPoints.settledOn} is null
        and (${tandemPoints.carriedTo} is null or ${tandemPoints.carriedTo} <= ${today}))::int`,
      settled: sql<boolean>`coalesce(bool_or(${tandemPoints.settledOn} = ${today}), false)`,
    })
    .from(tandems)
    .leftJoin(tandemPoints, eq(tandemPoints.schoolId, tandems.schoolId))
    .where(eq(tandems.schoolId, me.organisationId))
    .groupBy(tandems.schoolId)
  if (!row || nextTime(row.nextOn, today) !== today || (row.settled && row.points === 0)) return undefined
  return { points: row.points }
}
