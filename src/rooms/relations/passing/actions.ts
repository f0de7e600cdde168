import { and, eq, isNull, or } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { HandedOn, Hanging } from '#kit/http/hanging.ts'
import { relations } from '../tables.ts'

type Passed = Awaited<ReturnType<Hanging['handTo']>>

const lineIs = ({ organisationId, id }: HandedOn) => and(eq(relations.schoolId, organisationId), eq(relations.id, id))

/** As the keeper: another holds the line. Who stood in and now holds it no longer stands in for herself. */
export async function handLine(tx: Tx, given: HandedOn): Promise<Passed> {
  const [line] = await tx.select({ deputyId: relations.deputyId }).from(relations).where(lineIs(given))
  const deputyId = deputyAfter(line?.deputyId ?? null, given)
  const handed = await tx
    .update(relations)
    .set({ ownerId: given.to, deputyId })
    .where(and(lineIs(given), isOf('ownerId', given.from)))
    .returning({ id: relations.id })
  return handed.length ? 'handed' : 'gone'
}

function deputyAfter(deputyId: string | null, { to, how, next }: HandedOn): string | null {
  if (deputyId === to) return null
  // She is back: who stood in for her does so again.
  return how === 'back' && deputyId === null && next !== to ? (next ?? null) : deputyId
}

/** As the keeper: another stands in. Who holds the line herself cannot; then nobody does, and she still holds it. */
export async function handStandIn(tx: Tx, given: HandedOn): Promise<Passed> {
  const [line] = await tx.select({ ownerId: relations.ownerId }).from(relations).where(lineIs(given))
  const deputyId = line?.ownerId === given.to ? null : given.to
  const hers = isOf('deputyId', given.from)
  const handed = await tx
    .update(relations)
    .set({ deputyId })
    .where(and(lineIs(given), given.how === 'back' ? or(hers, isNull(relations.deputyId)) : hers))
    .returning({ id: relations.id })
  return handed.length ? 'handed' : 'gone'
}

const isOf = (side: 'ownerId' | 'deputyId', from: string | null) =>
  from === null ? isNull(relations[side]) : eq(relations[side], from)
