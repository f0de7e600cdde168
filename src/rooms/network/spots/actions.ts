import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { isSpot } from './rules.ts'
import { type Omission, omissions } from './tables.ts'

export type Spot = Pick<Omission, 'kind' | 'what'>
export type Decided = { ok: true } | { ok: false; because: 'not-yours' | 'not-found' | 'child' }

const spotIs = (me: Actor, { kind, what }: Spot) =>
  and(eq(omissions.schoolId, me.organisationId), eq(omissions.kind, kind), eq(omissions.what, what))

/** “Bewust niet”, with its reason. Said again, the newest reason stands. */
export async function leaveOut(
  tx: Tx,
  me: Actor,
  spot: Spot,
  { reason, today }: { reason: string; today: Day },
): Promise<Decided> {
  if (!mayTendNetwork(me)) return { ok: false, because: 'not-yours' }
  if (!isSpot(spot.kind, spot.what)) return { ok: false, because: 'not-found' }
  if (namesAChild(reason)) return { ok: false, because: 'child' }
  const decided = { reason, decidedBy: me.personId, decidedOn: today }
  await tx
    .insert(omissions)
    .values({ schoolId: me.organisationId, ...spot, ...decided })
    .onConflictDoUpdate({ target: [omissions.schoolId, omissions.kind, omissions.what], set: decided })
  return { ok: true }
}

/** The yearly look back: it still holds. */
export async function stillLeaveOut(tx: Tx, me: Actor, spot: Spot, today: Day): Promise<Decided> {
  if (!mayTendNetwork(me)) return { ok: false, because: 'not-yours' }
  const held = await tx
    .update(omissions)
    .set({ decidedBy: me.personId, decidedOn: today })
    .where(spotIs(me, spot))
    .returning()
  return held.length ? { ok: true } : { ok: false, because: 'not-found' }
}

/** Back among what is missing. */
export async function takeBack(tx: Tx, me: Actor, spot: Spot): Promise<Decided> {
  if (!mayTendNetwork(me)) return { ok: false, because: 'not-yours' }
  const gone = await tx.delete(omissions).where(spotIs(me, spot)).returning()
  return gone.length ? { ok: true } : { ok: false, because: 'not-found' }
}
