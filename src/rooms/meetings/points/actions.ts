import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { isMaker } from '../access.ts'
import { findMeeting, oneAtATime } from '../queries.ts'
import { type Objection, objectionTo, stateOf } from '../rules.ts'
import { meetingPoints } from '../tables.ts'

export type Written = { ok: true } | { ok: false; because: 'not-found' | 'not-now' | Objection }

/** A meeting begins with the usual points of its kind. */
export const beginPoints = (tx: Tx, me: Actor, id: string, points: readonly string[]) => put(tx, me, id, points)

const put = async (tx: Tx, { organisationId: schoolId }: Actor, meetingId: string, points: readonly string[]) => {
  const rows = points.map((point, nth) => ({ schoolId, meetingId, nr: nth + 1, point }))
  if (rows.length) await tx.insert(meetingPoints).values(rows)
}

/** The points as they are now, all at once. Invited people see them: nothing in them points at a child. */
export async function writePoints(
  tx: Tx,
  me: Actor,
  id: string,
  points: readonly string[],
  today: Day,
): Promise<Written> {
  await oneAtATime(tx, id)
  const meeting = await findMeeting(tx, me.organisationId, id)
  if (!meeting || !isMaker(me, meeting)) return { ok: false, because: 'not-found' }
  if (stateOf(meeting) === 'cancelled') return { ok: false, because: 'not-now' }
  const adults = (await colleaguesOf(tx, me.organisationId, today)).map(({ name }) => name)
  const because = objectionTo(points, adults)
  if (because) return { ok: false, because }
  await tx
    .delete(meetingPoints)
    .where(and(eq(meetingPoints.schoolId, me.organisationId), eq(meetingPoints.meetingId, id)))
  await put(tx, me, id, points)
  return { ok: true }
}
