import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { isMaker } from '../access.ts'
import type { At } from '../asking/actions.ts'
import { findMeeting, oneAtATime } from '../queries.ts'
import { endOf, type Objection, objectionTo, stateOf } from '../rules.ts'
import { type Meeting, meetings } from '../tables.ts'
import { roomsInUse } from './queries.ts'
import { takenBy } from './rules.ts'

export type Fixing = { startsAt: Date; spaceId: string | null; place: string }
export type Fixed =
  | { ok: true }
  | { ok: false; because: 'not-found' | 'not-now' | 'past' | 'space' | Objection }
  | { ok: false; because: 'taken'; by: string }

/**
 * The moment is fixed, or moved: everybody who is invited gets the appointment, with a number one higher than before. One
 * school fixes one meeting at a time, so that no room is ever given twice.
 */
export async function fixMeeting(tx: Tx, me: Actor, id: string, said: Fixing, { now, today }: At): Promise<Fixed> {
  await oneAtATime(tx, me.organisationId)
  const meeting = await findMeeting(tx, me.organisationId, id)
  if (!meeting || !isMaker(me, meeting)) return { ok: false, because: 'not-found' }
  if (stateOf(meeting) === 'cancelled') return { ok: false, because: 'not-now' }
  const { startsAt } = said
  if (startsAt <= now) return { ok: false, because: 'past' }
  const endsAt = endOf(startsAt, meeting.minutes)
  const adults = (await colleaguesOf(tx, me.organisationId, today)).map(({ name }) => name)
  const objection = objectionTo([said.place], adults)
  if (objection) return { ok: false, because: objection }
  const room = said.spaceId
    ? (await roomsInUse(tx, me.organisationId, { from: startsAt, until: endsAt, except: id })).find(
        (one) => one.id === said.spaceId,
      )
    : undefined
  if (said.spaceId && !room) return { ok: false, because: 'space' }
  const by = room && takenBy(room, startsAt, endsAt)
  if (by) return { ok: false, because: 'taken', by }
  const place = [room?.name, said.place, room ? meeting.schoolName : ''].filter(Boolean).join(', ')
  await change(tx, meeting, {
    ...{ startsAt, endsAt, spaceId: said.spaceId, place: place || null },
    ...{ askedAt: meeting.askedAt ?? now, fixedAt: meeting.fixedAt ?? now },
    sequence: meeting.startsAt ? meeting.sequence + 1 : meeting.sequence,
  })
  return { ok: true }
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
