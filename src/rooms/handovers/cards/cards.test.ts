import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach, visits } from '#test/visit.tsx'
import { inside } from './routes.tsx'
import { namesSomebodyElse } from './rules.ts'
import { handoverNotes } from './tables.ts'

/** The card for who takes a line over: facts, and three sentences by who holds it. */
const town = await aSmallTown()
const { db, school, partner, head, teacher, ib, neighbour, therapist, trustee } = town
const holder = await somebody(db, school, 'Hilde Houder', ['leerkracht'])
const everyone = { head, teacher, holder, ib, neighbour, therapist, trustee }
type Who = keyof typeof everyone
const visit = visits(db, inside)
const line = { schoolId: school, id: crypto.randomUUID() }
const at = `/netwerk/${line.id}/overdracht`

before(() =>
  actingAsKeeper(db, async (tx) => {
    await tx
      .insert(relations)
      .values({ ...line, organisationId: partner, name: 'Spraakwater', levels: [], ownerId: holder.personId })
  }),
)

async function allowed(deed: (tx: Tx, me: Actor) => Promise<{ length: number }>): Promise<Who[]> {
  const can: Who[] = []
  for (const [who, me] of Object.entries(everyone) as [Who, Actor][])
    if ((await reach(db, me, (tx) => deed(tx, me))) > 0) can.push(who)
  return can.sort()
}

test('who holds the line writes three sentences, and they stand on the card', async () => {
  const said = { grown: 'Begonnen met één les.', careful: 'Vraag het vóór mei aan Hilde.', promised: '' }
  const saved = await visit(holder, { path: `${at}/zinnen`, fields: said })
  assert.equal(saved.status, 303)
  const card = await visit(teacher, { path: at })
  assert.equal(card.status, 200)
  assert.match(card.text, /Overdrachtskaart Spraakwater/)
  assert.match(card.text, /Hilde Houder/)
  assert.match(card.text, /Begonnen met één les\./)
  assert.ok(card.queries <= 6, `${card.queries} questions`)
  assert.doesNotMatch(card.html, /zinnen"/, 'who may not write gets no button for it')
})

test('a name that is not on the card comes back to be changed', async () => {
  const said = { grown: '', careful: 'Let op Kevin Jansen.', promised: '' }
  const back = await visit(holder, { path: `${at}/zinnen`, fields: said })
  assert.equal(back.status, 422)
  assert.match(back.html, /Let op Kevin Jansen\./)
  assert.equal(namesSomebodyElse('Bel Hilde Houder', ['Hilde Houder']), false)
  assert.equal(namesSomebodyElse(null, []), false)
})

test('everyone and every verb', async () => {
  assert.deepEqual(await allowed((tx) => tx.select().from(handoverNotes)), ['head', 'holder', 'ib', 'teacher'])
  const write = (tx: Tx) => tx.update(handoverNotes).set({ grown: 'x' }).returning()
  assert.deepEqual(await allowed(write), ['head', 'holder', 'ib'])
  assert.deepEqual(await allowed((tx) => tx.delete(handoverNotes).returning()), ['head', 'holder', 'ib'])
  await actingAsKeeper(db, (tx) => tx.delete(handoverNotes))
  const put = (tx: Tx) =>
    tx.insert(handoverNotes).values({ schoolId: school, relationId: line.id, writtenOn: '2026-11-21' }).returning()
  assert.deepEqual(await allowed(put), ['head', 'holder', 'ib'])
  for (const who of [neighbour, therapist, trustee]) assert.equal((await visit(who, { path: at })).status, 404)
  assert.equal((await visit(teacher, { path: `${at}/zinnen` })).status, 404)
  assert.equal((await visit(teacher, { path: `${at}/zinnen`, fields: { grown: 'x' } })).status, 404)
})
