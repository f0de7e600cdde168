import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach } from '#test/visit.tsx'
import { handoverAnswers, handoverItems, handovers } from './tables.ts'

/** Everyone × every verb, on the sitting, on what hangs there, and on what was said of it. */
const town = await aSmallTown()
const { db, school, head, teacher, ib, neighbour, therapist, trustee } = town
const office = await somebody(db, school, 'Olga Office', ['administratie'])
const asked = await somebody(db, school, 'Fenna Gevraagd', ['leerkracht'])
const council = await somebody(db, school, 'Maud Raad', ['mr'])
const everyone = { head, office, teacher, asked, ib, council, neighbour, therapist, trustee }
type Who = keyof typeof everyone

const sitting = { schoolId: school, id: crypto.randomUUID() }
const [item, task, line] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
const at = { lastDay: '2026-12-18', fallsOn: '2026-12-18', lasting: true }

before(() =>
  actingAsKeeper(db, async (tx) => {
    await tx
      .insert(relations)
      .values({ schoolId: school, id: line, name: 'Bieb', levels: [], ownerId: teacher.personId })
    await tx.insert(handovers).values({ ...sitting, ...at, personId: teacher.personId, heldBy: head.personId })
    const of = { schoolId: school, handoverId: sitting.id, fromId: teacher.personId, holderId: teacher.personId }
    const to = { successorId: asked.personId, askedBy: head.personId, askedAt: new Date('2026-11-21T09:00:00Z') }
    await tx
      .insert(handoverItems)
      .values({ ...of, ...to, id: item, kind: 'relations.owner', thing: line, name: 'Bieb' })
    await tx
      .insert(handoverItems)
      .values({ ...of, id: task, kind: 'people.task', thing: 'ict', name: 'Ict', arranged: true })
    const answer = { schoolId: school, itemId: item, personId: asked.personId, saidBy: asked.personId }
    await tx.insert(handoverAnswers).values({ ...answer, accepted: false })
  }),
)

async function allowed(deed: (tx: Tx, me: Actor) => Promise<{ length: number }>): Promise<Who[]> {
  const can: Who[] = []
  for (const [who, me] of Object.entries(everyone) as [Who, Actor][])
    if ((await reach(db, me, (tx) => deed(tx, me))) > 0) can.push(who)
  return can.sort()
}

test('that somebody goes is known to herself and to who arranges', async () => {
  assert.deepEqual(await allowed((tx) => tx.select().from(handovers)), ['head', 'office', 'teacher'])
  const begin = (personId: string) => (tx: Tx, me: Actor) =>
    tx
      .insert(handovers)
      .values({ schoolId: school, ...at, personId, heldBy: me.personId })
      .returning({ id: handovers.id })
  assert.deepEqual(await allowed(begin(ib.personId)), ['head', 'ib', 'office'])
  const forAnother = (tx: Tx) =>
    tx
      .insert(handovers)
      .values({ schoolId: school, ...at, personId: ib.personId, heldBy: asked.personId })
      .returning({ id: handovers.id })
  assert.deepEqual(await allowed(forAnother), [], 'nobody makes another hold it')
  const returned = (tx: Tx) => tx.update(handovers).set({ returnedAt: new Date() }).returning({ id: handovers.id })
  assert.deepEqual(await allowed(returned), ['head', 'office', 'teacher'])
  const another = (tx: Tx) => tx.update(handovers).set({ personId: ib.personId }).returning({ id: handovers.id })
  assert.deepEqual(await allowed(another), [], 'whom it is about is said once')
  assert.deepEqual(await allowed((tx) => tx.delete(handovers).returning({ id: handovers.id })), [])
})

test('what hangs is seen by who goes, who arranges, and for her part who is asked', async () => {
  const see = (id: string) => (tx: Tx) => tx.select().from(handoverItems).where(sql`${handoverItems.id} = ${id}`)
  assert.deepEqual(await allowed(see(item)), ['asked', 'head', 'office', 'teacher'])
  assert.deepEqual(await allowed(see(task)), ['head', 'office', 'teacher'])
  const ask = (id: string) => (tx: Tx) =>
    tx
      .update(handoverItems)
      .set({ successorId: ib.personId, askedAt: new Date() })
      .where(sql`${handoverItems.id} = ${id}`)
      .returning({ id: handoverItems.id })
  assert.deepEqual(await allowed(ask(item)), ['head', 'office', 'teacher'])
  assert.deepEqual(await allowed(ask(task)), ['head', 'office'], 'a task is given by who arranges people')
  const take = (tx: Tx) =>
    tx.update(handoverItems).set({ holderId: asked.personId }).returning({ id: handoverItems.id })
  assert.deepEqual(await allowed(take), [], 'who has it is written by the keeper, after a yes')
  const other = (tx: Tx) =>
    tx.update(handoverItems).set({ kind: 'people.task', thing: 'ib' }).returning({ id: handoverItems.id })
  assert.deepEqual(await allowed(other), [], 'what it is does not change')
  assert.deepEqual(await allowed((tx) => tx.delete(handoverItems).returning({ id: handoverItems.id })), [])
})

test('things are written down by who gives; a task by who arranges only', async () => {
  const put = (more: Partial<typeof handoverItems.$inferInsert>) => (tx: Tx) =>
    tx
      .insert(handoverItems)
      .values({
        schoolId: school,
        handoverId: sitting.id,
        kind: 'x.y',
        thing: '1',
        name: 'x',
        fromId: teacher.personId,
        ...more,
      })
      .returning({ id: handoverItems.id })
  assert.deepEqual(await allowed(put({})), ['head', 'office', 'teacher'])
  assert.deepEqual(await allowed(put({ arranged: true })), ['head', 'office'])
  const standIn = { handoverId: null, fromId: null, kind: 'relations.deputy', thing: line }
  // Without RETURNING: of a line one holds one may ask; what is asked of another she sees as who asked.
  const askStandIn = (tx: Tx, me: Actor) => put({ ...standIn, askedBy: me.personId })(tx)
  assert.deepEqual(await allowed(askStandIn), ['head', 'office', 'teacher'], 'of a line one holds')
  const takeRole = (tx: Tx, me: Actor) => put({ ...standIn, kind: 'people.task', askedBy: me.personId })(tx)
  assert.deepEqual(await allowed(takeRole), ['head', 'office'], 'and of nothing else')
})

test('an answer is given by who was asked, or written down for her by who arranges; never changed', async () => {
  const say =
    (personId: string, itemId = item) =>
    (tx: Tx, me: Actor) =>
      tx
        .insert(handoverAnswers)
        .values({ schoolId: school, itemId, personId, saidBy: me.personId, accepted: true })
        .returning({ id: handoverAnswers.id })
  assert.deepEqual(await allowed(say(asked.personId)), ['asked', 'head', 'office'])
  assert.deepEqual(await allowed(say(ib.personId)), [], 'not for who was not asked')
  assert.deepEqual(await allowed(say(asked.personId, task)), [], 'not of what nobody asked')
  const forHer = (tx: Tx) =>
    tx
      .insert(handoverAnswers)
      .values({ schoolId: school, itemId: item, personId: asked.personId, saidBy: asked.personId, accepted: true })
      .returning({ id: handoverAnswers.id })
  assert.deepEqual(await allowed(forHer), ['asked'], 'nobody signs for another')
  assert.deepEqual(await allowed((tx) => tx.select().from(handoverAnswers)), ['asked', 'head', 'office', 'teacher'])
  const turn = (tx: Tx) => tx.update(handoverAnswers).set({ accepted: true }).returning({ id: handoverAnswers.id })
  assert.deepEqual(await allowed(turn), [])
  assert.deepEqual(await allowed((tx) => tx.delete(handoverAnswers).returning({ id: handoverAnswers.id })), [])
})

test('a passer-by sees none of it', async () => {
  for (const table of [handovers, handoverItems, handoverAnswers])
    await assert.rejects(
      actingAsGuest(db, '', (tx) => tx.select().from(table)),
      (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501',
    )
})
