import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { type Meeting, type MeetingDate, meetingDates, meetings } from '../tables.ts'

/** When a meeting is over: of a series, when its last date is. */
export const overAt = sql<Date>`coalesce(${meetings.overAt}, ${meetings.endsAt})`

/** The next date of a series that happens; null when there is none, or when it happens once. */
export const nextOf = (now: Date): SQL<Date | null> =>
  sql<Date | null>`${sql`(select min(${meetingDates.startsAt}) from ${meetingDates} where ${meetingDates.schoolId} = ${meetings.schoolId}
    and ${meetingDates.meetingId} = ${meetings.id} and ${meetingDates.off} is null
    and ${meetingDates.endsAt} > ${now.toISOString()}::timestamptz)`}`.mapWith(meetings.startsAt)

/** All dates of a series in order, also those that are off. As a guest too: a link shows them. */
export const datesIn = (
  tx: Tx,
  { schoolId, id, repeats }: Pick<Meeting, 'schoolId' | 'id' | 'repeats'>,
): Promise<MeetingDate[]> =>
  repeats
    ? tx
        .select()
        .from(meetingDates)
        .where(and(eq(meetingDates.schoolId, schoolId), eq(meetingDates.meetingId, id)))
        .orderBy(asc(meetingDates.day))
    : Promise.resolve([])

/** When a fixed meeting takes time and a room: once, or on every date that happens. To be read beside `beside`. */
export const taking = {
  start: sql`coalesce(${meetingDates.startsAt}, ${meetings.startsAt})`,
  end: sql`coalesce(${meetingDates.endsAt}, ${meetings.endsAt})`,
  space: sql`case when ${meetingDates.day} is null then ${meetings.spaceId} else ${meetingDates.spaceId} end`,
  happens: sql`${meetings.cancelledAt} is null and ${meetingDates.off} is null`,
  beside: sql`left join ${meetingDates} on ${meetingDates.schoolId} = ${meetings.schoolId} and ${meetingDates.meetingId} = ${meetings.id}`,
}
