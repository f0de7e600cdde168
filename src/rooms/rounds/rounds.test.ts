import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { manners } from '#rooms/agreements/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach, visits } from '#test/visit.tsx'
import { inside } from './routes.tsx'
import { needsReason, nextAfter, wakesOn } from './rules.ts'
import { roundDecisions, rounds } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const who: Record<string, Actor> = {}
const [line, second, theirs, old, closed] = [1, 2, 3, 4, 5].map(() => crypto.randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
]
const day = '2026-11-21'

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  const { head, ib, teacher, neighbour, therapist, trustee } = town
  Object.assign(who, { head, ib, teacher, neighbour, therapist, trustee })
  who['mr'] = await somebody(town.db, town.school, 'Mia Raad', ['mr'])
  await actingAsKeeper(town.db, async (tx) => {
    const ours = { schoolId: town.school, levels: [] }
    await tx.insert(relations).values([
      { ...ours, id: line, name: 'Bieb', organisationId: town.partner },
      { ...ours, id: second, name: 'Museum' },
      { schoolId: town.other, id: theirs, name: 'Hun Bieb', levels: [], organisationId: town.partner },
    ])
    for (const [schoolId, relationId, id] of [
      [town.school, line, old],
      [town.other, theirs, closed],
    ] as const) {
      await tx.insert(rounds).values({ schoolId, id, openedOn: '2025-11-01', closedOn: '2025-11-02' })
      const about = { schoolId, roundId: id, relationId, decidedOn: '2025-11-01' }
      await tx.insert(roundDecisions).values({ ...about, decision: 'on', reason: 'omdat het werkt' })
    }
  })
})

const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
  'see rounds': (tx) => tx.select().from(rounds),
  'open a round': (tx) => tx.insert(rounds).values({ schoolId: town.school, openedOn: day }).returning(),
  'close rounds': (tx) => tx.update(rounds).set({ closedOn: day }).returning(),
  'remove rounds': (tx) => tx.delete(rounds).returning(),
  'see decisions': (tx) => tx.select().from(roundDecisions),
  decide: (tx, me) =>
    tx
      .insert(roundDecisions)
      .values({
        schoolId: town.school,
        roundId: old,
        relationId: second,
        decision: 'on',
        decidedOn: day,
        personId: me.personId,
      })
      .returning(),
  'decide in another’s name': (tx, me) =>
    tx
      .insert(roundDecisions)
      .values({
        ...{ schoolId: town.school, roundId: old, relationId: second, decision: 'on', decidedOn: day },
        personId: (me === town.head ? town.ib : town.head).personId,
      })
      .returning(),
  'change decisions': (tx) => tx.update(roundDecisions).set({ reason: 'y' }).returning(),
  'take decisions back': (tx) => tx.delete(roundDecisions).returning(),
}
const decides = [1, 1, 1, 0, 1, 1, 0, 0, 1]
const nothing = [0, 0, 0, 0, 0, 0, 0, 0, 0]
const may: Record<string, number[]> = {
  head: decides,
  ib: decides,
  teacher: [1, 0, 0, 0, 1, 0, 0, 0, 0],
  // Of her own school: one round, one decision; ours she does not touch.
  neighbour: [1, 0, 1, 0, 1, 0, 0, 0, 1],
  therapist: nothing,
  trustee: nothing,
  mr: nothing,
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do in a round`, async () => {
    const me = who[name]!
    const done: number[] = []
    for (const deed of Object.values(verbs)) done.push(await reach(town.db, me, (tx) => deed(tx, me)))
    assert.deepEqual(done, expected, Object.keys(verbs).join(', '))
  })

test('a sleeping line wakes with the next school year; whatever changes has a reason', () => {
  assert.deepEqual(
    [wakesOn('2026-11-21'), wakesOn('2026-03-01'), wakesOn('2026-08-01')],
    ['2027-08-01', '2026-08-01', '2027-08-01'],
  )
  assert.deepEqual((['on', 'change', 'stop', 'sleep'] as const).map(needsReason), [false, true, true, true])
  const lines = [
    { id: 'a', decision: null },
    { id: 'b', decision: 'on' as const },
    { id: 'c', decision: null },
  ]
  assert.deepEqual([nextAfter(lines, 'a')?.id, nextAfter(lines, 'c')?.id, nextAfter(lines, 'x')?.id], ['c', 'a', 'a'])
})

test('one goes from line to line; a decision stays with why, when and by whom', async () => {
  const start = await visit(town.head, { path: '/jaarronde', fields: {} })
  assert.equal(start.location, `/jaarronde/${line}`)
  const first = await visit(town.head, { path: `/jaarronde/${line}` })
  assert.ok(first.queries <= 6, String(first.queries))
  assert.match(
    first.text,
    /1 van 2[\s\S]*nooit opgeschreven wanneer[\s\S]*geen contact genoteerd[\s\S]*nog geen afspraken/,
  )
  assert.match(first.text, /Eerder besloten[\s\S]*We gaan door, za 1 nov 2025[\s\S]*omdat het werkt/)
  const next = await visit(town.head, { path: `/jaarronde/${line}/besluit`, fields: { decision: 'on', reason: '' } })
  assert.deepEqual([next.location, next.told], [`/jaarronde/${second}`, 'Bieb: Ga door.'])
  // One is left: closing says so first, and asks once more.
  assert.match((await visit(town.head, { path: '/jaarronde' })).html, /<a[^>]* href="\/jaarronde\/afsluiting"/)
  assert.match((await visit(town.head, { path: '/jaarronde/afsluiting' })).text, /1 van de 2 partners/)
  const bare = await visit(town.head, {
    path: `/jaarronde/${second}/besluit`,
    fields: { decision: 'stop', reason: '' },
  })
  assert.equal(bare.status, 422)
  assert.match(bare.text, /Schrijf in een paar woorden waarom/)
  const named = { decision: 'stop', reason: 'Daan vond het niets', tell: '' }
  assert.match((await visit(town.head, { path: `/jaarronde/${second}/besluit`, fields: named })).text, /lijkt een naam/)
  const odd = await visit(town.head, { path: `/jaarronde/${second}/besluit`, fields: { decision: 'x' } })
  assert.match(odd.text, /Kies wat jullie besluiten/)
  const rest = { decision: 'sleep', reason: 'Druk jaar', tell: 'Tot in september.' }
  assert.equal((await visit(town.ib, { path: `/jaarronde/${second}/besluit`, fields: rest })).location, '/jaarronde')
  const kept = await actingAs(town.db, town.head, (tx) => tx.select().from(manners))
  assert.equal(kept.find(({ relationId }) => relationId === second)?.sleepsUntil, '2027-08-01')
  assert.equal((await visit(town.head, { path: '/jaarronde/afsluiting' })).location, '/jaarronde', 'nothing to ask')
  const list = await visit(town.teacher, { path: '/jaarronde' })
  assert.match(list.text, /2 van 2 besproken[\s\S]*Rust tot de zomer voorbij is[\s\S]*Druk jaar/)
  assert.ok(!list.html.includes('method="post"'))
})

test('a letter for each outcome; a reason of ours is in none of them', async () => {
  const all = await visit(town.head, { path: '/jaarronde/brieven' })
  assert.match(all.text, /Met u gaan we graag door[\s\S]*een tijdje rustig aan[\s\S]*Tot in september\./)
  assert.ok(!all.text.includes('Druk jaar'))
  const one = await visit(town.head, { path: `/jaarronde/${line}/brief` })
  assert.ok(!one.text.includes('rustig aan'))
  for (const [decision, words] of [
    ['stop', /stoppen met onze samenwerking/],
    ['change', /iets anders gaan doen/],
  ] as const) {
    const fields = { decision, reason: 'omdat' }
    await visit(town.head, { path: `/jaarronde/${line}/besluit`, fields })
    assert.match((await visit(town.head, { path: `/jaarronde/${line}/brief` })).text, words)
  }
})

test('nobody else holds a round, and a closed one takes no decisions', async () => {
  for (const name of ['teacher', 'therapist', 'trustee']) {
    const me = who[name]!
    assert.equal((await visit(me, { path: '/jaarronde', fields: {} })).status, 404, name)
    assert.equal((await visit(me, { path: '/jaarronde/brieven' })).status, 404, name)
    assert.equal((await visit(me, { path: '/jaarronde/afsluiting' })).status, 404, name)
    assert.equal((await visit(me, { path: `/jaarronde/${line}/besluit`, fields: { decision: 'on' } })).status, 404)
  }
  assert.equal((await visit(town.neighbour, { path: `/jaarronde/${line}` })).status, 404)
  assert.equal((await visit(town.head, { path: '/jaarronde/afsluiting', fields: {} })).status, 303)
  const late = await visit(town.head, { path: `/jaarronde/${line}/besluit`, fields: { decision: 'on' } })
  assert.equal(late.status, 404)
  assert.match((await visit(town.head, { path: '/jaarronde' })).text, /Afgesloten op/)
})
