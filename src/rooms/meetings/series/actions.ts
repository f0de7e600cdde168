import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import type { Day } from '#kit/time/day.ts'
import { isMaker } from '../access.ts'
import type { At } from '../asking/actions.ts'
import { type Fixed, type Place, placeFor } from '../fixing/actions.ts'
import { findMeeting, oneAtATime } from '../queries.ts'
import { endOf, stateOf } from '../rules.ts'
import { type Meeting, type MeetingDate, meetingDates, meetings } from '../tables.ts'

type One = { id: string; day: Day }

/** One date of a series is moved, or gets another room. Of the others nothing changes. */
export async function moveDate(
  tx: Tx,
  me: Actor,
  one: One,
  said: Place & { startsAt: Date },
  { now, today }: At,
): Promise<Fixed> {
  const found = await dateToChange(tx, me, one, now)
  if (!found.ok) return found
  if (said.startsAt <= now) return { ok: false, because: 'past' }
  const { meeting } = found
  const place = await placeFor(tx, meeting, said, [said.startsAt], today)
  if (!place.ok) return place
  const endsAt = endOf(said.startsAt, meeting.minutes)
  await change(tx, found, { startsAt: said.startsAt, endsAt, spaceId: place.spaceId, place: place.place })
  return { ok: true }
}

/** One date of a series does not happen. */
export async function cancelDate(tx: Tx, me: Actor, one: One, { now }: At): Promise<Fixed> {
  const found = await dateToChange(tx, me, one, now)
  if (!found.ok) return found
  await change(tx, found, { off: 'cancelled' })
  return { ok: true }
}

type Found = { ok: true; meeting: Meeting; date: MeetingDate }
async function dateToChange(tx: Tx, me: Actor, { id, day }: One, now: Date): Promise<Found | (Fixed & { ok: false })> {
  await oneAtATime(tx, me.organisationId)
  const meeting = await findMeeting(tx, me.organisationId, id)
  if (!meeting || !isMaker(me, meeting)) return { ok: false, because: 'not-found' }
  const [date] = await tx.select().from(meetingDates).where(its(meeting, day))
  if (!date) return { ok: false, because: 'not-found' }
  if (stateOf(meeting) !== 'fixed' || date.off || date.endsAt < now) return { ok: false, because: 'not-now' }
  return { ok: true, meeting, date }
}

const its = ({ schoolId, id }: Meeting, day: Day) =>
  and(eq(meetingDates.schoolId, schoolId), eq(meetingDates.meetingId, id), eq(meetingDates.day, day))

/** The number rises, of the date and of the whole; everybody gets a letter about this date alone. */
async function change(tx: Tx, { meeting, date }: Found, values: Partial<MeetingDate>) {
  const sequence = meeting.sequence + 1
  await tx
    .update(meetingDates)
    .set({ ...values, sequence })
    .where(its(meeting, date.day))
  const last = sql`(select max(${meetingDates.endsAt}) from ${meetingDates} where ${its(meeting, date.day)})`
  await tx
    .update(meetings)
    .set({ sequence, overAt: sql`greatest(${meetings.overAt}, ${last})` })
    .where(and(eq(meetings.schoolId, meeting.schoolId), eq(meetings.id, meeting.id)))
  await enqueue(tx, 'meetings.date', { schoolId: meeting.schoolId, id: meeting.id, day: date.day, sequence })
}
