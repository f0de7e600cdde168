import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { aSmallTown, everyone } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { inside } from './routes.tsx'
import { holdersOf, saidOf } from './rules.ts'
import { roleCards } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
const who: Record<string, Actor> = {}

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, inside)
  Object.assign(who, await everyone(town))
  const { school, other } = town
  await actingAsKeeper(town.db, (tx) =>
    tx.insert(roleCards).values([
      { schoolId: school, role: 'ib', task: 'Onze eigen taak.' },
      { schoolId: other, role: 'ib', task: 'Hun eigen taak.' },
    ]),
  )
})

const verbs: Record<string, (tx: Tx) => Promise<{ length: number }>> = {
  see: (tx) => tx.select().from(roleCards),
  write: (tx) => tx.insert(roleCards).values({ schoolId: town.school, role: 'ict', task: 'x' }).returning(),
  change: (tx) => tx.update(roleCards).set({ task: sql`'y'` }).returning(),
  remove: (tx) => tx.delete(roleCards).returning(),
}
const may: Record<string, number[]> = {
  head: [1, 1, 1, 1],
  leader: [1, 1, 1, 1],
  // The office arranges people, and does not say what their roles are.
  office: [1, 0, 0, 0],
  ib: [1, 0, 0, 0],
  teacher: [1, 0, 0, 0],
  // Of her own school only.
  neighbour: [1, 0, 1, 1],
  therapist: [0, 0, 0, 0],
  trustee: [0, 0, 0, 0],
  mr: [0, 0, 0, 0],
}
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do with role cards`, async () => {
    assert.deepEqual(await reached(town.db, who[name]!, verbs), expected, Object.keys(verbs).join(', '))
  })

test('what the school did not say, the house says; who comes later has no role yet', () => {
  const told = saidOf('ib', { task: 'Eigen.', decides: null, consulted: null }, 'nl')
  assert.equal(told?.task, 'Eigen.')
  assert.equal(told?.decides, saidOf('ib', undefined, 'nl')?.decides)
  assert.notEqual(saidOf('ib', undefined, 'en')?.task, saidOf('ib', undefined, 'nl')?.task)
  assert.equal(saidOf('ouder', undefined, 'nl'), undefined)
  const one = { personId: '1', name: 'An', days: [1], roles: ['ib', 'ict'], from: '2027-01-01' }
  assert.deepEqual(holdersOf([one], 'ib', '2026-11-21'), [])
  assert.deepEqual(holdersOf([one], 'ict', '2027-01-01').length, 1)
})

test('everybody who works here reads who does what, on which days, and what it may see', async () => {
  const all = await visit(town.teacher, { path: '/rollen' })
  assert.match(all.text, /Wie doet wat op De Regenboog[\s\S]*Directeur[\s\S]*Hanna Hoofd \(ma t\/m vr\)/)
  assert.match(all.text, /Rollen die hier niemand heeft[\s\S]*ICT-coördinator/)
  assert.ok(all.queries <= 6)
  const card = await visit(town.teacher, { path: '/rollen/ib' })
  assert.match(card.text, /Ineke Begeleider[\s\S]*Onze eigen taak\.[\s\S]*Beslist[\s\S]*tandem[\s\S]*Over een kind/)
  assert.ok(!card.html.includes('/wijziging') && !/Hun eigen taak/.test(card.text))
  const english = await visit(town.head, { path: '/rollen/aandachtsfunctionaris', language: 'en' })
  assert.match(english.text, /Safeguarding officer at De Regenboog[\s\S]*Ineke Begeleider \(Mon to Fri\)/)
  assert.match(english.html, /\/rollen\/aandachtsfunctionaris\/wijziging/)
})

test('the head says it in her own words, and takes them back', async () => {
  const path = '/rollen/ict/wijziging'
  const fields = { task: 'Houdt alles aan de praat.', decides: '', consulted: '' }
  const saved = await visit(town.head, { path, fields })
  assert.deepEqual([saved.status, saved.told, saved.location], [303, 'De rolkaart is bewaard.', '/rollen/ict'])
  assert.match((await visit(town.teacher, { path: '/rollen/ict' })).text, /Houdt alles aan de praat/)
  assert.match((await visit(town.head, { path })).html, /Houdt alles aan de praat[\s\S]*<\/textarea>/)
  await visit(town.head, { path, fields: { task: '', decides: '', consulted: '' } })
  assert.match((await visit(town.teacher, { path: '/rollen/ict' })).text, /Zorgt dat systemen en accounts werken/)
})

test('what is not quite right is said back; nobody else writes, nobody outside reads', async () => {
  const path = '/rollen/ict/wijziging'
  const long = await visit(town.head, { path, fields: { task: 'x'.repeat(301), decides: '', consulted: '' } })
  assert.deepEqual([long.status, /Maak dit korter/.test(long.text)], [422, true])
  const named = await visit(town.head, { path, fields: { task: 'Kijkt naar Kevin', decides: '', consulted: '' } })
  assert.deepEqual([named.status, /lijkt over één mens/.test(named.text)], [422, true])
  assert.match(named.html, /Kijkt naar Kevin/)
  for (const name of ['office', 'ib', 'teacher', 'therapist', 'trustee', 'mr']) {
    assert.equal((await visit(who[name]!, { path })).status, 404, name)
    assert.equal((await visit(who[name]!, { path, fields: { task: 'x' } })).status, 404, name)
  }
  for (const name of ['therapist', 'trustee', 'mr'])
    for (const at of ['/rollen', '/rollen/ib']) assert.equal((await visit(who[name]!, { path: at })).status, 404, name)
  for (const at of ['/rollen/ouder', '/rollen/toch', '/rollen/constructor', '/rollen/toch/wijziging'])
    assert.equal((await visit(town.head, { path: at })).status, 404, at)
})
