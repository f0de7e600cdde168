import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { mayTend, mayTendNetwork, relations } from '#rooms/relations/door.ts'
import { answersBeside, answersOf } from './queries.ts'
import { nextRank } from './rules.ts'
import { answers } from './tables.ts'

export type Done<Because extends string> = { ok: true; id: string } | { ok: false; because: Because }

async function mine(tx: Tx, me: Actor, id: string) {
  const [line] = await tx
    .select({ schoolId: relations.schoolId, ownerId: relations.ownerId, deputyId: relations.deputyId })
    .from(relations)
    .where(and(eq(relations.schoolId, me.organisationId), eq(relations.id, id)))
  if (!line) return { ok: false, because: 'not-found' } as const
  return mayTend(me, line) ? ({ ok: true } as const) : ({ ok: false, because: 'not-yours' } as const)
}

/** From now on this partner answers these questions and no others. New ones come behind who answered them already. */
export async function setAnswers(
  tx: Tx,
  me: Actor,
  relationId: string,
  topics: readonly string[],
): Promise<Done<'not-found' | 'not-yours'>> {
  const line = await mine(tx, me, relationId)
  if (!line.ok) return line
  const all = await answersOf(tx, me.organisationId)
  const before = all.filter((answer) => answer.relationId === relationId).map(({ topic }) => topic)
  const gone = before.filter((topic) => !topics.includes(topic))
  if (gone.length) await tx.delete(answers).where(and(ofPartner(me, relationId), inArray(answers.topic, gone)))
  const fresh = topics.filter((topic) => !before.includes(topic))
  const rankOf = (topic: string) => nextRank(all.filter((answer) => answer.topic === topic).map(({ rank }) => rank))
  if (fresh.length)
    await tx
      .insert(answers)
      .values(fresh.map((topic) => ({ schoolId: me.organisationId, relationId, topic, rank: rankOf(topic) })))
  return { ok: true, id: relationId }
}

const ofPartner = (me: Actor, relationId: string) =>
  and(eq(answers.schoolId, me.organisationId), eq(answers.relationId, relationId))

/** For this question this partner is asked one place sooner. Touches another's line, so only for who tends them all. */
export async function askSooner(
  tx: Tx,
  me: Actor,
  relationId: string,
  topic: string,
): Promise<Done<'not-found' | 'not-yours'>> {
  if (!mayTendNetwork(me)) return { ok: false, because: 'not-yours' }
  const inTurn = (await answersBeside(tx, me.organisationId, relationId)).filter((answer) => answer.topic === topic)
  const at = inTurn.findIndex((answer) => answer.relationId === relationId)
  if (at < 0) return { ok: false, because: 'not-found' }
  const order = inTurn.map((answer) => answer.relationId)
  if (at > 0) order.splice(at - 1, 2, order[at]!, order[at - 1]!)
  for (const [rank, id] of order.entries())
    await tx
      .update(answers)
      .set({ rank })
      .where(and(ofPartner(me, id), eq(answers.topic, topic)))
  return { ok: true, id: relationId }
}
