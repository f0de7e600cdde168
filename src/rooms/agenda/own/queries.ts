import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { dayOf, zone } from '#kit/time/day.ts'
import { duties } from '../duties/tables.ts'
import type { Interval } from './rules.ts'
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

/** Covered: she is not busy then but free, for somebody else is with her group. */
export type Hers = Interval & { covered?: boolean }
/**
 * When somebody is busy by her own calendars and her regular duties, between two moments, as a piece of a larger question:
 * `Hers[]`, which may overlap. As a colleague: of her own organisation.
 */
export const busyOf = (
  organisationId: string,
  personId: SQL | AnyPgColumn,
  { from, until }: { from: Date; until: Date },
) =>
  sql<
    Hers[]
  >`coalesce((select json_agg(json_build_object('start', 1000 * begins, 'end', 1000 * ends, 'covered', covered) order by begins)
    from (select min(at) as begins, max(at) as ends, false as covered from ${calendarHours}, unnest(${calendarHours.busy}) with ordinality as busy(at, nth)
      where ${calendarHours.organisationId} = ${organisationId} and ${calendarHours.personId} = ${personId}
      group by ${calendarHours.calendarId}, (nth - 1) / 2
      union all select ${moment('from')}, ${moment('until')}, ${duties.kind} = 'covered' from ${duties},
        generate_series(${dayOf(from)}::date, ${dayOf(until)}::date, interval '1 day') as days(day)
        where ${duties.schoolId} = ${organisationId} and ${duties.personId} = ${personId}
        and ${duties.weekday} = extract(isodow from day)) as busy
    where begins < ${Math.ceil(inSeconds(until))} and ends > ${Math.floor(inSeconds(from))}), '[]'::json)`
// What the clock here shows on that date, as a moment.
const moment = (hour: 'from' | 'until') =>
  sql`extract(epoch from (day::date + ${duties[hour]}) at time zone ${sql.raw(`'${zone}'`)})::bigint`
const inSeconds = (moment: Date) => moment.getTime() / 1000

/** As the keeper: what has to be fetched, while whoever it is of still belongs there. */
export async function sealOfCalendar(tx: Tx, organisationId: string, id: string) {
  const [found] = await tx
    .select()
    .from(calendarSeals)
    .where(and(eq(calendarSeals.organisationId, organisationId), eq(calendarSeals.calendarId, id)))
  return found
}
