import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { agreements } from '#rooms/agreements/door.ts'
import { lineFunds } from '#rooms/handovers/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { openSignals, type Signal, signalsTogether } from '#rooms/signals/door.ts'
import { signalRests } from '#rooms/signals/tables.ts'
import { aSmallTown, everyone, somebody } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { signalSources } from '../../main/rooms.ts'
import { forgetPoints } from './actions.ts'
import { tandemToday } from './queries.ts'
import { inside } from './routes.tsx'
import { nextTime, sorted, timeAfter, toPropose } from './rules.ts'
import { tandemPoints, tandems } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const who: Record<string, Actor> = {}
const ids = () => crypto.randomUUID()
const [bieb, ends, point, theirs] = [ids(), ids(), ids(), ids()]
const today = '2026-11-21'

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  Object.assign(who, await everyone(town))
  const { school, other, head, ib } = town
  who['other board'] = await somebody(town.db, school, 'Ben Bestuur', ['bestuurder'])
  await actingAsKeeper(town.db, async (tx) => {
    const kept = { assuredOn: today, levels: [], ownerId: head.personId, deputyId: ib.personId }
    await tx.insert(relations).values([
      { ...kept, schoolId: school, id: bieb, name: 'Bieb', deputyId: null },
      { ...kept, schoolId: school, id: ends, name: 'Museum', until: '2026-12-31' },
      { ...kept, schoolId: other, id: theirs, name: 'Hun Bieb', deputyId: null },
    ])
    const promise = { what: 'Boeken wisselen', part: 'partner' as const, until: '2026-11-30', madeOn: '2026-10-01' }
    await tx.insert(agreements).values({ ...promise, schoolId: school, relationId: bieb })
    await tx.insert(lineFunds).values({ schoolId: school, relationId: ends, name: 'Fonds', endsOn: '2027-02-01' })
    for (const schoolId of [school, other]) {
      await tx.insert(tandems).values({ schoolId, nextOn: '2026-11-24' })
      const id = schoolId === school ? point : ids()
      await tx.insert(tandemPoints).values({ schoolId, id, what: schoolId === school ? 'Wachttijd' : 'Hun punt' })
    }
  })
})

const verbs: Record<string, (tx: Tx) => Promise<{ length: number }>> = {
  'see the points': (tx) => tx.select().from(tandemPoints),
  add: (tx) => tx.insert(tandemPoints).values({ schoolId: town.school, what: 'x' }).returning(),
  settle: (tx) => tx.update(tandemPoints).set({ outcome: 'y', settledOn: today }).returning(),
  remove: (tx) => tx.delete(tandemPoints).returning(),
  'see the day': (tx) => tx.select().from(tandems),
  'move the day': (tx) => tx.update(tandems).set({ nextOn: today }).returning(),
  'take the day off': (tx) => tx.delete(tandems).returning(),
}
const all = [1, 1, 1, 1, 1, 1, 1]
const nothing = all.map(() => 0)
const may: Record<string, number[]> = {
  head: all,
  ib: all,
  // Of her own school only.
  neighbour: [1, 0, 1, 1, 1, 1, 1],
  // Whatever else they arrange: this is of the two.
  leader: nothing,
  office: nothing,
  'other board': nothing,
  teacher: nothing,
  therapist: nothing,
  trustee: nothing,
  mr: nothing,
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do with the tandem`, async () => {
    assert.deepEqual(await reached(town.db, who[name]!, verbs), expected, Object.keys(verbs).join(', '))
  })

test('two weeks on, never in a weekend; what they chose goes before, and repeats', () => {
  assert.equal(nextTime(null, '2026-11-24'), '2026-12-08')
  assert.equal(nextTime(null, '2026-11-21'), '2026-12-07')
  assert.equal(nextTime('2026-11-24', '2026-11-24'), '2026-11-24')
  assert.equal(nextTime('2026-11-24', '2026-11-25'), '2026-12-08')
  assert.equal(nextTime('2026-11-24', '2026-12-20'), '2026-12-22')
  assert.equal(timeAfter('2026-12-22'), '2027-01-05')
})

test('what stands on the agenda is not proposed; what was settled rests a fortnight', () => {
  const groups = [{ kind: 'overdue' }, { kind: 'silent' }]
  const kinds = (points: Parameters<typeof toPropose>[1]) => toPropose(groups, points, today).map(({ kind }) => kind)
  assert.deepEqual(kinds([]), ['overdue', 'silent'])
  assert.deepEqual(kinds([{ signal: 'overdue', settledOn: null }]), ['silent'])
  assert.deepEqual(kinds([{ signal: 'overdue', settledOn: '2026-11-08' }]), ['silent'])
  assert.deepEqual(kinds([{ signal: 'overdue', settledOn: '2026-11-07' }]), ['overdue', 'silent'])
  const points = [
    { id: 1, settledOn: null, carriedTo: null },
    { id: 2, settledOn: null, carriedTo: '2026-12-08' },
    { id: 3, settledOn: today, carriedTo: null },
  ]
  const at = (next: string) => Object.values(sorted(points, next)).map((some) => some.map(({ id }) => id))
  assert.deepEqual(at('2026-11-24'), [[1], [2], [3]])
  assert.deepEqual(at('2026-12-08'), [[1, 2], [], [3]])
})

test('the network proposes, in partners and never in people; a press puts it on the agenda', async () => {
  const seen = await visit(town.head, { path: '/tandem' })
  assert.match(seen.text, /Volgende keer: dinsdag 24 november[\s\S]*Wachttijd/)
  assert.match(seen.text, /Afspraak verlopen of bijna: Bieb[\s\S]*Hangt op één mens, of op niemand: Bieb/)
  assert.match(seen.text, /Geld dat afloopt: Museum/)
  assert.ok(!/Hun|Joris/.test(seen.text) && seen.queries <= 3, String(seen.queries))
  const taken = await visit(town.ib, { path: '/tandem/punten', fields: { signal: 'network.alone' } })
  assert.deepEqual([taken.told, taken.location], ['Op de agenda gezet.', '/tandem'])
  assert.equal((await visit(town.head, { path: '/tandem/punten', fields: { signal: 'network.alone' } })).status, 404)
  assert.equal((await visit(town.head, { path: '/tandem/punten', fields: { signal: 'requests.overdue' } })).status, 404)
  const again = await visit(town.head, { path: '/tandem' })
  assert.equal(again.html.match(/<h3>Hangt op één mens, of op niemand: /g)?.length, 1)
  assert.ok(
    !again.html.includes('name="signal" value="network.alone"') && again.html.includes('value="relations.ending"'),
  )
})

test('both see the same open signals, what rests too; alone she sees her own lines, and nobody else sees more than before', async () => {
  const asking = { sources: signalSources, today, language: 'nl' as const }
  const together = (me: Actor) => actingAs(town.db, me, (tx) => signalsTogether(tx, me, asking))
  const alone = (me: Actor) => actingAs(town.db, me, (tx) => openSignals(tx, me, asking))
  const key = (some: readonly Signal[]) => some.map(({ kind, thing, said }) => `${kind} ${thing} ${said}`)
  const [first, second] = [await together(town.head), await together(town.ib)]
  assert.deepEqual(key(second), key(first))
  const kinds = ['agreements.due', 'relations.ending', 'network.alone', 'network.alone', 'handovers.money']
  assert.deepEqual(first.map(({ kind }) => kind).sort(), kinds.sort())
  const at = async (me: Actor) => (await visit(me, { path: '/tandem' })).text
  for (const me of [town.head, town.ib]) assert.match(await at(me), /Alles wat openstaat: 5[\s\S]*Boeken wisselen/)
  assert.ok(key(await alone(town.ib)).every((one) => one.includes(ends) || one.startsWith('handovers.money')))
  for (const name of ['leader', 'office', 'other board', 'teacher', 'therapist', 'trustee', 'mr'])
    assert.deepEqual(await together(who[name]!), [], name)
  assert.ok((await together(town.neighbour)).every(({ line }) => line?.id === theirs))
  const resting = { schoolId: town.school, kind: 'network.alone', thing: bieb, relationId: bieb, why: 'w' }
  await actingAsKeeper(town.db, (tx) => tx.insert(signalRests).values({ ...resting, until: '2027-01-01' }))
  for (const me of [town.head, town.ib]) assert.match(await at(me), /Alles wat openstaat: 4/)
  await actingAsKeeper(town.db, (tx) => tx.delete(signalRests))
})

test('on its day it has one row on Vandaag of the two, until all is settled; on other days, and for others, none', async () => {
  const on = (me: Actor, day: string) => actingAs(town.db, me, (tx) => tandemToday(tx, me, day))
  for (const me of [town.head, town.ib]) {
    assert.deepEqual(await on(me, '2026-11-24'), { points: 2 })
    assert.deepEqual(await on(me, '2026-12-08'), { points: 2 })
    for (const day of ['2026-11-23', '2026-11-25', '2026-12-01']) assert.equal(await on(me, day), undefined, day)
  }
  for (const name of ['leader', 'office', 'other board', 'teacher', 'therapist', 'trustee', 'mr'])
    assert.equal(await on(who[name]!, '2026-11-24'), undefined, name)
  assert.deepEqual(await on(town.neighbour, '2026-11-24'), { points: 1 })
  await actingAs(town.db, town.head, async (tx) => {
    await tx.update(tandemPoints).set({ settledOn: '2026-11-24', outcome: 'x' })
    assert.equal(await tandemToday(tx, town.head, '2026-11-24'), undefined)
    throw new Error('taken back')
  }).catch((error: Error) => assert.equal(error.message, 'taken back'))
})

test('carried to next time and back, discussed with a line, printed on one sheet, removed', async () => {
  const at = `/tandem/punten/${point}`
  assert.equal((await visit(town.ib, { path: `${at}/doorschuiving`, fields: {} })).told, 'Dit komt di 8 dec terug.')
  assert.match((await visit(town.head, { path: '/tandem' })).text, /Later Wachttijd|Later[\s\S]*Wachttijd/)
  assert.doesNotMatch((await visit(town.head, { path: '/tandem/blad' })).text, /Wachttijd/)
  await visit(town.ib, { path: `${at}/terugkeer`, fields: {} })
  const sheet = await visit(town.head, { path: '/tandem/blad' })
  assert.match(sheet.text, /Tandem van dinsdag 24 november[\s\S]*Wachttijd/)
  const outcome = 'Hanna belt de Bieb'
  const done = await visit(town.head, { path: `${at}/uitkomst`, fields: { outcome } })
  assert.equal(done.told, 'Besproken en bewaard.')
  assert.match((await visit(town.ib, { path: '/tandem' })).text, /Besproken[\s\S]*Wachttijd[\s\S]*Hanna belt de Bieb/)
  for (const deed of ['uitkomst', 'doorschuiving', 'terugkeer', 'verwijdering']) {
    const late = await visit(town.head, { path: `${at}/${deed}`, fields: { outcome } })
    assert.match(late.told ?? '', /^Dit was al besproken/, deed)
    assert.equal((await visit(town.head, { path: `/tandem/punten/${ids()}/${deed}`, fields: { outcome } })).status, 404)
    assert.equal((await visit(town.neighbour, { path: `${at}/${deed}`, fields: { outcome } })).status, 404, deed)
  }
  const own = await visit(town.ib, { path: '/tandem/punten', fields: { what: 'Vast uur in huis' } })
  assert.equal(own.told, 'Op de agenda gezet.')
  const [added] = await actingAsKeeper(town.db, (tx) =>
    tx.select().from(tandemPoints).where(sql`what = 'Vast uur in huis'`),
  )
  const gone = await visit(town.head, { path: `/tandem/punten/${added!.id}/verwijdering`, fields: {} })
  assert.equal(gone.told, 'Weggehaald.')
})

test('another day; a child is not named, and what is not right is said back', async () => {
  assert.equal((await visit(town.ib, { path: '/tandem/dag', fields: { day: '2026-11-26' } })).told, 'De dag staat.')
  assert.match((await visit(town.head, { path: '/tandem' })).text, /donderdag 26 november/)
  const [open] = await actingAsKeeper(town.db, (tx) =>
    tx.select().from(tandemPoints).where(sql`school_id = ${town.school} and settled_on is null`),
  )
  const at = `/tandem/punten/${open!.id}/uitkomst`
  const wrong = [
    { path: '/tandem/dag', fields: { day: '2026-11-20' }, says: /Kies een dag, vandaag of later/ },
    { path: '/tandem/dag', fields: { day: 'morgen' }, says: /Kies een dag, vandaag of later/ },
    { path: '/tandem/punten', fields: { what: '' }, says: /Schrijf op waar het over gaat/ },
    { path: '/tandem/punten', fields: { what: 'Hoe gaat het met Kevin' }, says: /lijkt over een kind/ },
    { path: at, fields: { outcome: '' }, says: /Schrijf in één regel op/ },
    { path: at, fields: { outcome: 'Kevin krijgt hulp' }, says: /lijkt over een kind/ },
  ]
  for (const { says, ...form } of wrong) {
    const seen = await visit(town.head, form)
    assert.equal(seen.status, 422, JSON.stringify(form.fields))
    assert.match(seen.text, says)
    for (const value of Object.values(form.fields)) assert.ok(seen.html.includes(value))
  }
})

test('nobody but the two finds anything, by any address', async () => {
  const at = `/tandem/punten/${point}`
  const posts = ['/tandem/dag', '/tandem/punten', `${at}/uitkomst`, `${at}/doorschuiving`, `${at}/verwijdering`]
  for (const name of ['leader', 'office', 'other board', 'teacher', 'therapist', 'trustee', 'mr']) {
    for (const path of ['/tandem', '/tandem/blad']) assert.equal((await visit(who[name]!, { path })).status, 404, name)
    for (const path of [...posts, `${at}/terugkeer`])
      for (const fields of [{}, { what: 'x', outcome: 'x', day: '2026-12-01' }, { signal: 'network.alone' }])
        assert.equal((await visit(who[name]!, { path, fields })).status, 404, `${name} ${path}`)
  }
  assert.equal((await visit(town.neighbour, { path: `${at}/verwijdering`, fields: {} })).status, 404)
  assert.doesNotMatch((await visit(town.neighbour, { path: '/tandem' })).text, /Bieb werkt|Wachttijd|Museum/)
})

test('what was settled half a year ago is forgotten; what is open stays', async () => {
  const left = () => actingAsKeeper(town.db, (tx) => tx.select().from(tandemPoints))
  const before_ = (await left()).length
  await actingAsKeeper(town.db, (tx) => forgetPoints(tx, today))
  assert.equal((await left()).length, before_)
  await actingAsKeeper(town.db, (tx) => forgetPoints(tx, '2027-06-01'))
  assert.ok((await left()).every(({ settledOn }) => settledOn === null))
  assert.ok((await left()).length < before_)
})
