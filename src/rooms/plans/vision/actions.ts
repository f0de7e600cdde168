import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { isColleague, memberships } from '#rooms/people/door.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { mayDecide } from './access.ts'
import type { BoundsSaid, PointSaid, RestraintSaid } from './forms.ts'
import { declaredHours, planBounds, restraints, visionPoints } from './tables.ts'

export type Done<Because extends string = never> = { ok: true } | { ok: false; because: 'not-yours' | Because }
const notYours = { ok: false, because: 'not-yours' } as const
const leads = (me: Actor) => isColleague(me) && mayDecide(me)

export async function addPoint(tx: Tx, me: Actor, said: PointSaid & { today: Day }): Promise<Done<'child'>> {
  if (!leads(me)) return notYours
  const { today, ...told } = said
  if (namesAChild(`${told.name} ${told.about ?? ''}`)) return { ok: false, because: 'child' }
  await tx.insert(visionPoints).values({ schoolId: me.organisationId, ...told, addedOn: today })
  return { ok: true }
}

/** Not offered any more; choices that named it keep it. A null day takes it up again. */
export async function retirePoint(tx: Tx, me: Actor, id: string, retiredOn: Day | null): Promise<Done<'not-found'>> {
  if (!leads(me)) return notYours
  const changed = await tx
    .update(visionPoints)
    .set({ retiredOn })
    .where(and(eq(visionPoints.schoolId, me.organisationId), eq(visionPoints.id, id)))
    .returning()
  return changed.length ? { ok: true } : { ok: false, because: 'not-found' }
}

/** “Hier beginnen wij niet aan.” Said again, the newest reason stands, and the look back starts anew. */
export async function stayAway(tx: Tx, me: Actor, said: RestraintSaid & { today: Day }): Promise<Done<'child'>> {
  if (!leads(me)) return notYours
  if (namesAChild(said.reason)) return { ok: false, because: 'child' }
  const told = { reason: said.reason, decidedBy: me.personId, decidedOn: said.today }
  await tx
    .insert(restraints)
    .values({ schoolId: me.organisationId, topic: said.topic, ...told })
    .onConflictDoUpdate({ target: [restraints.schoolId, restraints.topic], set: told })
  return { ok: true }
}

export async function beginAfterAll(tx: Tx, me: Actor, topic: string): Promise<Done<'not-found'>> {
  if (!leads(me)) return notYours
  const gone = await tx
    .delete(restraints)
    .where(and(eq(restraints.schoolId, me.organisationId), eq(restraints.topic, topic)))
    .returning()
  return gone.length ? { ok: true } : { ok: false, because: 'not-found' }
}

export async function setBounds(tx: Tx, me: Actor, said: BoundsSaid): Promise<Done> {
  if (!leads(me)) return notYours
  await tx
    .insert(planBounds)
    .values({ schoolId: me.organisationId, ...said })
    .onConflictDoUpdate({ target: planBounds.schoolId, set: said })
  return { ok: true }
}

/** As who leads: the desk for offers takes in from this moment on, or (null) no longer. */
export async function setDesk(tx: Tx, me: Actor, deskOpenedAt: Date | null): Promise<Done> {
  if (!leads(me)) return notYours
  await tx
    .insert(planBounds)
    .values({ schoolId: me.organisationId, deskOpenedAt })
    .onConflictDoUpdate({ target: planBounds.schoolId, set: { deskOpenedAt } })
  return { ok: true }
}

export type Agreed = { personId: string; hours: number | null }

/** What was agreed with colleagues of this school; none takes it away. All of it, or nothing. */
export async function declareHours(tx: Tx, me: Actor, agreed: readonly Agreed[]): Promise<Done<'not-found'>> {
  if (!leads(me)) return notYours
  if (!agreed.length) return { ok: true }
  const schoolId = me.organisationId
  const asked = agreed.map(({ personId }) => personId)
  const here = await tx
    .selectDistinct({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.organisationId, schoolId), inArray(memberships.personId, asked)))
  if (here.length < new Set(asked).size) return { ok: false, because: 'not-found' }
  await tx
    .delete(declaredHours)
    .where(and(eq(declaredHours.schoolId, schoolId), inArray(declaredHours.personId, asked)))
  const kept = agreed.flatMap(({ personId, hours }) => (hours === null ? [] : [{ schoolId, personId, hours }]))
  if (kept.length) await tx.insert(declaredHours).values(kept)
  return { ok: true }
}
