import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { addPresence } from '#rooms/agenda/door.ts'
import { addRelation, completeRelation, mayTendNetwork } from '#rooms/relations/door.ts'
import type { HoursSaid, RelationRead } from '../exchange/rules.ts'
import { answersOf } from '../queries.ts'
import { nextRank } from '../rules.ts'
import { answers } from '../tables.ts'

/** A row to take over: as a new line, or to complete the one that is there. */
export type Taking = { read: RelationRead; completes: string | undefined }
export type Taken = { ok: true; added: number; completed: number; left: number } | { ok: false; because: 'not-yours' }

/** Takes a list over, all in one go: when something fails halfway, nothing of it stays. */
export async function takeOver(tx: Tx, me: Actor, rows: readonly Taking[]): Promise<Taken> {
  if (!mayTendNetwork(me)) return { ok: false, because: 'not-yours' }
  const did = { added: 0, completed: 0, left: 0 }
  for (const { read, completes } of rows) {
    const { hours, topics, ...said } = read
    const outcome = completes ? await completeRelation(tx, me, completes, said) : await addRelation(tx, me, said)
    if (!outcome.ok) did.left += 1
    else {
      did[completes ? 'completed' : 'added'] += 1
      await putHours(tx, me, outcome.id, hours)
      await putAnswers(tx, me, outcome.id, topics)
    }
  }
  return { ok: true, ...did }
}

async function putHours(tx: Tx, me: Actor, relationId: string, hours: readonly HoursSaid[]) {
  for (const { weekday, ...hour } of hours) await addPresence(tx, me, relationId, { weekdays: [weekday], ...hour })
}

async function putAnswers(tx: Tx, me: Actor, relationId: string, topics: RelationRead['topics']) {
  if (!topics.length) return
  const known = await answersOf(tx, me.organisationId)
  const rankOf = (topic: string) => nextRank(known.filter((answer) => answer.topic === topic).map(({ rank }) => rank))
  const rows = topics.map(({ topic, rank }) => ({
    schoolId: me.organisationId,
    relationId,
    topic,
    rank: rank ?? rankOf(topic),
  }))
  await tx.insert(answers).values(rows).onConflictDoNothing()
}
