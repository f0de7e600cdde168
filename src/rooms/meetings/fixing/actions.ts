import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { closedBetween } from '#rooms/days/door.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { isMaker } from '../access.ts'
import type { At } from '../asking/actions.ts'
import { findMeeting, oneAtATime } from '../queries.ts'
import { dayIn, endOf, localOf, type Objection, objectionTo, stateOf } from '../rules.ts'
import { datesOf, dueAt, type Planned, type Repeating } from '../series/rules.ts'
import { type Meeting, meetingDates, meetings } from '../tables.ts'
import { roomsInUse } from './queries.ts'
import { anyRoom, freeRoom, takenBy } from './rules.ts'

/** A room by its id, or whichever is free then. */
export type Place = { spaceId: string | typeof anyRoom | null; place: string }
export type Fixing = Place & { startsAt: Date; repeating?: Repeating | undefined }
export type NoPlace =
  | { ok: false; because: 'space' | 'full' | Objection }
  | { ok: false; because: 'taken'; by: string; on: Day }
export type Fixed = { ok: true } | { ok: false; because: 'not-found' | 'not-now' | 'past' | 'until' } | NoPlace

/**
 * The moment is fixed, or moved: everybody who is invited gets the appointment, with a number one higher than before. One
 * school fixes one meeting at a time, so that no room is ever given twice.
 */
export async function fixMeeting(tx: Tx, me: Actor, id: string, said: Fixing, { now, today }: At): Promise<Fixed> {
  await oneAtATime(tx, me.organisationId)
  const meeting = await findMeeting(tx, me.organisationId, id)
  if (!meeting || !isMaker(me, meeting)) return { ok: false, because: 'not-found' }
  // Of a series each date is moved by itself.
  if (stateOf(meeting) === 'cancelled' || meeting.repeats) return { ok: false, because: 'not-now' }
  const { startsAt, repeating } = said
  if (startsAt <= now) return { ok: false, because: 'past' }
  const dates = repeating && !meeting.startsAt ? await plan(tx, meeting, startsAt, repeating) : []
  if (repeating && dates.filter(({ closed }) => !closed).length < 2) return { ok: false, because: 'until' }
  const starts = dates.length ? happening(dates, startsAt) : [startsAt]
  const found = await placeFor(tx, meeting, said, starts, today)
  if (!found.ok) return found
  const endsAt = endOf(startsAt, meeting.minutes)
  const sequence = meeting.startsAt ? meeting.sequence + 1 : meeting.sequence
  const at = { spaceId: found.spaceId, place: found.place }
  await change(tx, meeting, {
    ...{ ...at, startsAt, endsAt, sequence, askedAt: meeting.askedAt ?? now, fixedAt: meeting.fixedAt ?? now },
    ...(dates.length ? { repeats: repeating!.repeat, overAt: endOf(starts.at(-1)!, meeting.minutes) } : {}),
  })
  if (dates.length) await tx.insert(meetingDates).values(dates.map((one) => dateOf(meeting, startsAt, one, at)))
  return { ok: true }
}

/** The dates of the series, without those on which the school is closed. */
async function plan(tx: Tx, { schoolId }: Meeting, startsAt: Date, repeating: Repeating): Promise<Planned[]> {
  const first = dayIn(localOf(startsAt))
  const closed = await closedBetween(tx, schoolId, { from: first, until: dayPlus(first, 366) })
  return datesOf(first, repeating, new Set(closed.map(({ day }) => day)))
}

const happening = (dates: readonly Planned[], startsAt: Date) =>
  dates.filter(({ closed }) => !closed).map(({ day }) => dueAt(startsAt, day))

function dateOf({ schoolId, id, minutes }: Meeting, first: Date, { day, closed }: Planned, at: Where) {
  const startsAt = dueAt(first, day)
  const when = { day, startsAt, endsAt: endOf(startsAt, minutes) }
  return { schoolId, meetingId: id, ...when, ...at, off: closed ? ('closed' as const) : null }
}
type Where = { spaceId: string | null; place: string | null }

/** Where it is, in words, when the room is free at every one of these moments. */
export async function placeFor(
  tx: Tx,
  meeting: Meeting,
  said: Place,
  starts: readonly Date[],
  today: Day,
): Promise<({ ok: true } & Where) | NoPlace> {
  const adults = (await colleaguesOf(tx, meeting.schoolId, today)).map(({ name }) => name)
  const objection = objectionTo([said.place], adults)
  if (objection) return { ok: false, because: objection }
  const frame = { from: starts[0]!, until: endOf(starts.at(-1)!, meeting.minutes), except: meeting.id, starts }
  const rooms = said.spaceId ? await roomsInUse(tx, meeting.schoolId, frame) : []
  const chosen = said.spaceId === anyRoom
  const room = chosen ? freeRoom(rooms, starts, meeting.minutes) : rooms.find(({ id }) => id === said.spaceId)
  if (said.spaceId && !room) return { ok: false, because: chosen ? 'full' : 'space' }
  for (const start of room ? starts : []) {
    const by = takenBy(room!, start, endOf(start, meeting.minutes))
    if (by) return { ok: false, because: 'taken', by, on: dayIn(localOf(start)) }
  }
  return {
    ok: true,
    spaceId: room?.id ?? null,
    place: [room?.name, said.place, room ? meeting.schoolName : ''].filter(Boolean).join(', ') || null,
  }
}

/** It does not go on: whoever had it in her calendar gets it out of there. */
export async function cancelMeeting(tx: Tx, me: Actor, id: string, { now }: At): Promise<{ ok: boolean }> {
  await oneAtATime(tx, me.organisationId)
  const meeting = await findMeeting(tx, me.organisationId, id)
  const state = meeting && stateOf(meeting)
  if (!meeting || !isMaker(me, meeting) || (state !== 'asked' && state !== 'fixed')) return { ok: false }
  await change(tx, meeting, { cancelledAt: now, spaceId: null, sequence: meeting.sequence + 1 })
  return { ok: true }
}

async function change(tx: Tx, { schoolId, id }: Meeting, values: Partial<Meeting> & { sequence: number }) {
  await tx
    .update(meetings)
    .set({ ...values, changed: values.sequence })
    .where(and(eq(meetings.schoolId, schoolId), eq(meetings.id, id)))
  await enqueue(tx, 'meetings.invite', { schoolId, id, sequence: values.sequence })
}
