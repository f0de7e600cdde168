import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Newcomer, PassedOutside } from '#kit/http/hanging.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { mayTend } from '../access.ts'
import { facesOf } from '../queries.ts'
import { fillIn, sameName } from '../rules.ts'
import { faces } from '../tables.ts'
import { facesThere, lineOfFace } from './queries.ts'

const faceIs = (organisationId: string, id: string) => and(eq(faces.schoolId, organisationId), eq(faces.id, id))

/** Her last day at the partner, or none after all: from that day on she is on no card. */
export async function setFaceLeft(
  tx: Tx,
  me: Actor,
  { outsiderId, day }: { outsiderId: string; day: Day | null },
): Promise<boolean> {
  const found = await lineOfFace(tx, me.organisationId, outsiderId)
  if (!found || !mayTend(me, found.relation)) return false
  await tx.update(faces).set({ leftOn: day }).where(faceIs(me.organisationId, outsiderId))
  return true
}

/** Who comes after her, behind those who are there. Who stands there by that name is completed, never doubled. */
export async function introduceFace(
  tx: Tx,
  me: Actor,
  { besides, ...newcomer }: Newcomer & { besides: string },
): Promise<string | undefined> {
  const found = await lineOfFace(tx, me.organisationId, besides)
  if (!found || !mayTend(me, found.relation)) return undefined
  const schoolId = me.organisationId
  const known = await facesOf(tx, schoolId, found.relation.id)
  const same = known.find(({ id, name }) => id !== besides && sameName(name, newcomer.name))
  if (same) {
    const { work, phone, mail } = newcomer
    const gaps = fillIn({ work: same.work, phone: same.phone, mail: same.mail }, { work, phone, mail })
    await tx
      .update(faces)
      .set({ ...gaps, leftOn: null })
      .where(faceIs(schoolId, same.id))
    return same.id
  }
  const id = crypto.randomUUID()
  const place = { schoolId, id, relationId: found.relation.id, rank: known.length }
  await tx.insert(faces).values({ ...place, ...newcomer, days: [] })
  return id
}

/** As the keeper: who comes after her is rung in her place. With nobody, the next one is. */
export async function passPlace(tx: Tx, { organisationId, id: relationId, from, to, now }: PassedOutside) {
  const there = await facesThere(tx, organisationId, relationId, dayOf(now))
  const next = there.find(({ id }) => id === to)
  const rest = there.filter(({ id }) => id !== to && id !== from).map(({ id }) => id)
  for (const [rank, id] of [...(next ? [next.id] : []), ...rest, from].entries())
    await tx.update(faces).set({ rank }).where(faceIs(organisationId, id))
  return next ? ('handed' as const) : ('ended' as const)
}
