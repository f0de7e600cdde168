import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { deedsBetween, lookAt, type Scope } from '#kit/trail/deeds.ts'
import { addPresence } from '#rooms/agenda/door.ts'
import { addRelation, completeRelation, mayTendNetwork } from '#rooms/relations/door.ts'
import type { Outcome, Taker } from '#rooms/takeovers/door.ts'
import { wholeNamed } from '../desks/queries.ts'
import type { HoursSaid, RelationRead } from '../exchange/rules.ts'
import { answersOf } from '../queries.ts'
import { nextRank } from '../rules.ts'
import { answers } from '../tables.ts'

/** A row to take over: as a new line, or to complete the one that is there. */
export type Taking = { read: RelationRead; completes: string | undefined }

/** One row of a list of partners, with all that was written for it. */
export const partnerTaker: Taker<Taking> = {
  kind: 'partners',
  may: mayTendNetwork,
  async take(tx, me, { read, completes }): Promise<Outcome> {
    const { hours, topics, partOf, ...line } = read
    const said = { ...line, ...(await partSaid(tx, me, { partOf, completes, about: line.about })) }
    const before = completes ? await lookAt(tx, allOf(me, completes)) : []
    const done = completes ? await completeRelation(tx, me, completes, said) : await addRelation(tx, me, said)
    if (!done.ok) return { outcome: 'left', because: done.because }
    await putHours(tx, me, done.id, hours)
    await putAnswers(tx, me, done.id, topics)
    const deeds = deedsBetween(before, await lookAt(tx, allOf(me, done.id)))
    return { outcome: completes ? 'completed' : 'added', deeds }
  },
}

type PartRead = { partOf: string | undefined; completes: string | undefined; about: string | null }

/** The one organisation of this name it is a department of; a name that is not clear is kept in words. */
async function partSaid(tx: Tx, me: Actor, { partOf, completes, about }: PartRead) {
  if (!partOf) return { partOfId: null }
  const whole = await wholeNamed(tx, me.organisationId, partOf)
  if (whole && whole !== completes) return { partOfId: whole }
  return { partOfId: null, about: [about, `Onderdeel van: ${partOf}`].filter(Boolean).join('\n') }
}

/** The line and all that hangs on it, the line first. */
function allOf({ organisationId }: Actor, id: string): Scope[] {
  const hangs = { school_id: organisationId, relation_id: id }
  return [
    { table: 'relations', key: ['school_id', 'id'], where: { school_id: organisationId, id } },
    { table: 'reasons', key: ['school_id', 'relation_id'], where: hangs },
    { table: 'faces', key: ['school_id', 'id'], where: hangs },
    { table: 'presences', key: ['school_id', 'id'], where: hangs },
    { table: 'answers', key: ['school_id', 'topic', 'relation_id'], where: hangs },
  ]
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
