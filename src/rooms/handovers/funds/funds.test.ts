import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsGuest, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach, visits } from '#test/visit.tsx'
import { handovers } from '../room.ts'
import { lineFunds } from './tables.ts'

/** Money that a line runs on and that ends: noted by who tends it, seen half a year ahead. */
const town = await aSmallTown()
const { db, school, partner, head, teacher, neighbour, therapist, trustee } = town
const holder = await somebody(db, school, 'Hilde Houder', ['leerkracht'])
const everyone = { head, holder, teacher, neighbour, therapist, trustee }
type Who = keyof typeof everyone
const visit = visits(db, handovers.inside!)
const line = crypto.randomUUID()
const path = `/netwerk/${line}/geld`
const good = { name: 'Subsidie cultuureducatie', euros: '2.500', endsOn: '2027-02-01' }

before(() =>
  actingAsKeeper(db, (tx) =>
    tx.insert(relations).values({
      schoolId: school,
      id: line,
      organisationId: partner,
      name: 'Museum',
      levels: [],
      ownerId: holder.personId,
    }),
  ),
)

test('noted by who holds the line, it stands there and among what ends', async () => {
  assert.equal((await visit(holder, { path, fields: good })).status, 303)
  const page = await visit(teacher, { path })
  assert.match(page.text, /Subsidie cultuureducatie € 2\.500 per jaar tot en met ma 1 feb 2027/)
  assert.doesNotMatch(page.html, /verwijdering/)
  const ahead = await visit(teacher, { path: '/overdracht/afloop' })
  assert.match(ahead.text, /Subsidie cultuureducatie Geld .* Museum/)
  assert.ok(ahead.queries <= 6, `${ahead.queries} questions`)
  assert.doesNotMatch((await visit(teacher, { path: '/overdracht/afloop', today: '2026-06-01' })).text, /Subsidie/)
})

test('what is not right comes back filled in; others have no part in it', async () => {
  for (const [wrong, error] of [
    [{ name: '' }, /Schrijf op welk geld/],
    [{ euros: 'veel' }, /hele euro/],
    [{ endsOn: 'ooit' }, /Deze dag bestaat niet/],
    [{ name: 'Voor Kevin Jansen' }, /Hier lijkt een naam/],
  ] as const) {
    const back = await visit(holder, { path, fields: { ...good, ...wrong } })
    assert.equal(back.status, 422)
    assert.match(back.text, error)
  }
  assert.equal((await visit(teacher, { path, fields: good })).status, 404)
  for (const who of [neighbour, therapist, trustee]) assert.equal((await visit(who, { path })).status, 404)
})

async function allowed(deed: (tx: Tx, me: Actor) => Promise<{ length: number }>): Promise<Who[]> {
  const can: Who[] = []
  for (const [who, me] of Object.entries(everyone) as [Who, Actor][])
    if ((await reach(db, me, (tx) => deed(tx, me))) > 0) can.push(who)
  return can.sort()
}

test('everyone × every verb', async () => {
  assert.deepEqual(await allowed((tx) => tx.select().from(lineFunds)), ['head', 'holder', 'teacher'])
  const put = (personId?: string) => (tx: Tx, me: Actor) =>
    tx
      .insert(lineFunds)
      .values({ schoolId: school, relationId: line, name: 'x', endsOn: '2027-01-01', notedBy: personId ?? me.personId })
      .returning()
  assert.deepEqual(await allowed(put()), ['head', 'holder'])
  assert.deepEqual(await allowed(put(head.personId)), ['head'], 'in one’s own name')
  assert.deepEqual(await allowed((tx) => tx.update(lineFunds).set({ name: 'y' }).returning()), [])
  assert.deepEqual(await allowed((tx) => tx.delete(lineFunds).returning()), ['head', 'holder'])
  await assert.rejects(() => actingAsGuest(db, '', (tx) => tx.select().from(lineFunds)))
})

test('taken away again by who tends the line', async () => {
  const fund = /name="fund" value="([0-9a-f-]{36})"/.exec((await visit(holder, { path })).html)?.[1] ?? ''
  assert.equal((await visit(teacher, { path: `${path}/verwijdering`, fields: { fund } })).status, 404)
  assert.equal((await visit(holder, { path: `${path}/verwijdering`, fields: { fund: 'x' } })).status, 404)
  assert.equal((await visit(holder, { path: `${path}/verwijdering`, fields: { fund } })).status, 303)
  assert.match((await visit(holder, { path })).text, /Nog niets opgeschreven/)
})
