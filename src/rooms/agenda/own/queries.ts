import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { fromPairs, type Interval, joined } from './rules.ts'
import { calendarHours, calendarSeals, calendars } from './tables.ts'

/** My own calendars here, with how fetching went and when they say I am busy. */
export const calendarsOf = (tx: Tx, me: Actor) =>
  tx
    .select({
      id: calendars.id,
      kind: calendars.kind,
      madeAt: calendars.madeAt,
      sealed: calendarSeals.sealed,
      fetchedAt: calendarSeals.fetchedAt,
      trouble: calendarSeals.trouble,
      busy: calendarHours.busy,
    })
    .from(calendars)
    .leftJoin(
      calendarSeals,
      and(eq(calendarSeals.organisationId, calendars.organisationId), eq(calendarSeals.calendarId, calendars.id)),
    )
    .leftJoin(
      calendarHours,
      and(eq(calendarHours.organisationId, calendars.organisationId), eq(calendarHours.calendarId, calendars.id)),
    )
    .where(and(eq(calendars.organisationId, me.organisationId), eq(calendars.personId, me.personId)))
    .orderBy(asc(calendars.madeAt), asc(calendars.id))
export type OwnCalendar = Awaited<ReturnType<typeof calendarsOf>>[number]

/**
 * When these people are busy by their own calendars, between two moments; who is not in the answer brought none. As a
 * colleague: of her own organisation.
 */
export async function busyOf(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
  { from, until }: { from: Date; until: Date },
): Promise<Map<string, Interval[]>> {
  const found = new Map<string, Interval[]>()
  if (!personIds.length) return found
  const rows = await tx
    .select({ personId: calendarHours.personId, busy: calendarHours.busy })
    .from(calendarHours)
    .where(and(eq(calendarHours.organisationId, organisationId), inArray(calendarHours.personId, [...personIds])))
  for (const { personId, busy } of rows) {
    const within = fromPairs(busy).filter(({ start, end }) => start < until.getTime() && end > from.getTime())
    found.set(personId, joined([...(found.get(personId) ?? []), ...within]))
  }
  return found
}

/** As the keeper: what has to be fetched, while whoever it is of still belongs there. */
export async function sealOfCalendar(tx: Tx, organisationId: string, id: string) {
  const [found] = await tx
    .select()
    .from(calendarSeals)
    .where(and(eq(calendarSeals.organisationId, organisationId), eq(calendarSeals.calendarId, id)))
  return found
}
