import { and, eq, exists, lt } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { relations } from '#rooms/relations/door.ts'
import { digestOfFeed, newSecret } from '../feeds/rules.ts'
import { findLine } from '../queries.ts'
import { mayArrangeHall } from './access.ts'
import type { HourSaid } from './forms.ts'
import { hallHours, hallPartners, hallScreens } from './tables.ts'

type Done = { ok: true } | { ok: false; because: 'not-yours' | 'not-found' }
const notYours: Done = { ok: false, because: 'not-yours' }

/** A new address for the screen, told once; from this moment the old one shows nothing. */
export async function makeScreen(tx: Tx, me: Actor, now: Date): Promise<{ ok: true; secret: string } | { ok: false }> {
  if (!mayArrangeHall(me)) return { ok: false }
  const secret = newSecret()
  const row = { tokenDigest: digestOfFeed(secret), madeAt: now }
  await tx
    .insert(hallScreens)
    .values({ schoolId: me.organisationId, ...row })
    .onConflictDoUpdate({ target: hallScreens.schoolId, set: row })
  return { ok: true, secret }
}

export async function endScreen(tx: Tx, me: Actor): Promise<Done> {
  if (!mayArrangeHall(me)) return notYours
  await tx.delete(hallScreens).where(eq(hallScreens.schoolId, me.organisationId))
  return { ok: true }
}

/** This partner said she may be on the screen, by this name. */
export async function agreeHall(tx: Tx, me: Actor, relationId: string, name: string): Promise<Done> {
  if (!mayArrangeHall(me)) return notYours
  const line = await findLine(tx, relationId)
  if (line?.schoolId !== me.organisationId) return { ok: false, because: 'not-found' }
  await tx
    .insert(hallPartners)
    .values({ schoolId: me.organisationId, relationId, name })
    .onConflictDoUpdate({ target: [hallPartners.schoolId, hallPartners.relationId], set: { name } })
  return { ok: true }
}

export async function withdrawHall(tx: Tx, me: Actor, relationId: string): Promise<Done> {
  if (!mayArrangeHall(me)) return notYours
  const [gone] = await tx
    .delete(hallPartners)
    .where(and(eq(hallPartners.schoolId, me.organisationId), eq(hallPartners.relationId, relationId)))
    .returning({ id: hallPartners.relationId })
  return gone ? { ok: true } : { ok: false, because: 'not-found' }
}

export async function addHour(tx: Tx, me: Actor, said: HourSaid): Promise<Done> {
  if (!mayArrangeHall(me)) return notYours
  await tx.insert(hallHours).values({ schoolId: me.organisationId, ...said })
  return { ok: true }
}

export async function removeHour(tx: Tx, me: Actor, id: string): Promise<Done> {
  if (!mayArrangeHall(me)) return notYours
  const [gone] = await tx
    .delete(hallHours)
    .where(and(eq(hallHours.schoolId, me.organisationId), eq(hallHours.id, id)))
    .returning({ id: hallHours.id })
  return gone ? { ok: true } : { ok: false, because: 'not-found' }
}

/** As the keeper, once a day: whose line has ended is on the screen no longer. */
export const forgetHall = (tx: Tx, today: Day) =>
  tx.delete(hallPartners).where(
    exists(
      tx
        .select({ id: relations.id })
        .from(relations)
        .where(
          and(
            eq(relations.schoolId, hallPartners.schoolId),
            eq(relations.id, hallPartners.relationId),
            lt(relations.until, today),
          ),
        ),
    ),
  )
