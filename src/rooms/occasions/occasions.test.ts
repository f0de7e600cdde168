import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { contactMoments } from '#rooms/agreements/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { inside } from './routes.tsx'
import { labelOf, nextYear } from './rules.ts'
import { occasionGuests, occasions } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const who: Record<string, Actor> = {}
const ids = () => crypto.randomUUID()
const [line, theirs, party, other] = [ids(), ids(), ids(), ids()]
const day = '2026-12-18'

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  const { head, teacher, neighbour, therapist, trustee } = town
  Object.assign(who, { head, teacher, neighbour, therapist, trustee })
  who['mr'] = await somebody(town.db, town.school, 'Mia Raad', ['mr'])
  await actingAsKeeper(town.db, async (tx) => {
    const place = { postcode: '9571 AA', place: 'Veen', levels: [] }
    await tx.insert(relations).values([
      { ...place, schoolId: town.school, id: line, name: 'Bieb', organisationId: town.partner },
      { ...place, schoolId: town.other, id: theirs, name: 'Hun Bieb', organisationId: town.partner },
    ])
    for (const [schoolId, id, relationId] of [
      [town.school, party, line],
      [town.other, other, theirs],
    ] as const) {
      await tx.insert(occasions).values({ schoolId, id, name: 'Feest', kind: 'invite', day })
      await tx.insert(occasionGuests).values({ schoolId, occasionId: id, relationId })
    }
  })
})

const verbs: Record<string, (tx: Tx) => Promise<{ length: number }>> = {
  see: (tx) => tx.select().from(occasions),
  add: (tx) => tx.insert(occasions).values({ schoolId: town.school, name: 'x', kind: 'card', day }).returning(),
  change: (tx) => tx.update(occasions).set({ name: 'y' }).returning(),
  remove: (tx) => tx.delete(occasions).returning(),
  'see the list': (tx) => tx.select().from(occasionGuests),
  'clear the list': (tx) => tx.delete(occasionGuests).returning(),
}
const nothing = [0, 0, 0, 0, 0, 0]
const may: Record<string, number[]> = {
  head: [1, 1, 1, 1, 1, 1],
  teacher: [1, 0, 0, 0, 1, 0],
  // Of her own school only.
  neighbour: [1, 0, 1, 1, 1, 1],
  therapist: nothing,
  trustee: nothing,
  mr: nothing,
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do with occasions`, async () => {
    assert.deepEqual(await reached(town.db, who[name]!, verbs), expected, Object.keys(verbs).join(', '))
  })

test('the same day next year; a label says what is known', () => {
  assert.deepEqual([nextYear('2026-12-18'), nextYear('2028-02-29')], ['2027-12-18', '2029-03-01'])
  const known = { name: 'Bieb', label: null, face: 'Sanne', postcode: '9571 AA', place: 'Veen' }
  assert.deepEqual(labelOf(known, 't.a.v.'), ['Bieb', 't.a.v. Sanne', '9571 AA Veen'])
  assert.deepEqual(labelOf({ ...known, label: 'Bieb\nPlein 1\n9571 AA Veen' }, ''), ['Bieb', 'Plein 1', '9571 AA Veen'])
})

test('put on the calendar, listed, given, and ready for next year', async () => {
  const added = await visit(town.head, { path: '/attenties', fields: { name: 'Kerstkaart', kind: 'card', day } })
  const at = added.location ?? assert.fail('not added')
  const none = await visit(town.head, { path: at })
  assert.match(none.text, /Nog niemand op de lijst/)
  const listed = await visit(town.head, { path: at, fields: { guests: [line, theirs, 'onzin'] } })
  assert.equal(listed.told, 'De lijst is bewaard.')
  const seen = await visit(town.teacher, { path: at })
  assert.match(seen.text, /Op de lijst[\s\S]*Bieb/)
  assert.ok(!/Hun Bieb/.test(seen.text) && !seen.html.includes('method="post"') && seen.queries <= 6)
  assert.match((await visit(town.head, { path: `${at}/etiketten` })).text, /Zonder straat: Bieb[\s\S]*9571 AA Veen/)
  assert.equal((await visit(town.head, { path: `${at}/gift`, fields: {} })).status, 303)
  assert.equal((await visit(town.head, { path: `${at}/gift`, fields: {} })).status, 404)
  const noted = await actingAsKeeper(town.db, (tx) => tx.select().from(contactMoments))
  assert.deepEqual(
    noted.map(({ kind, line: words }) => [kind, words]),
    [['gave', 'Kerstkaart']],
  )
  assert.equal((await visit(town.head, { path: `${at}/herhaling`, fields: {} })).status, 303)
  const again = await visit(town.head, { path: '/attenties' })
  assert.match(again.text, /Kerstkaart[\s\S]*1 op de lijst[\s\S]*2027/)
  assert.equal((await visit(town.head, { path: `${at}/verwijdering`, fields: {} })).location, '/attenties')
})

test('what is not quite right is said back; nobody else makes lists', async () => {
  const wrong = await visit(town.head, { path: '/attenties', fields: { name: '', kind: 'x', day: 'kerst' } })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Schrijf op wat het is[\s\S]*Kies wat jullie doen[\s\S]*Kies een dag/)
  for (const name of ['teacher', 'therapist', 'trustee', 'neighbour']) {
    const me = who[name]!
    assert.equal((await visit(me, { path: `/attenties/${party}`, fields: { guests: [] } })).status, 404, name)
    assert.equal((await visit(me, { path: `/attenties/${party}/etiketten` })).status, 404, name)
  }
  assert.equal((await visit(town.therapist, { path: '/attenties' })).status, 404)
})
