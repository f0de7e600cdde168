import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database, type Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown } from '#test/small-town.ts'
import { reached, visits } from '#test/visit.tsx'
import { stillMissing } from '../door.ts'
import { leaveOut } from './actions.ts'
import { inside } from './routes.tsx'
import { omissions } from './tables.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let db: Database
let visit: ReturnType<typeof visits>
const [today, spots] = ['2026-11-21', '/netwerk/witte-vlekken']

before(async () => {
  town = await aSmallTown()
  db = town.db
  visit = visits(db, inside)
  await actingAsKeeper(db, async (tx) => {
    const at = { latitude: 52.09, longitude: 5.12 }
    await tx.update(organisations).set(at)
    await tx.insert(organisations).values([
      { kind: 'partner', name: 'Sportbuurt', type: 'buurtsportcoach', source: 'claimed', postcode: '3511 AB', ...at },
      { kind: 'partner', name: 'Verre sport', type: 'buurtsportcoach', source: 'claimed', postcode: '9711 AA' },
    ])
    await tx.insert(relations).values({ schoolId: town.school, name: 'Samen', type: 'swv', levels: [] })
  })
  const omit = (me: Actor, what: string) =>
    actingAs(db, me, (tx) => leaveOut(tx, me, { kind: 'type', what }, { reason: 'niet nodig', today }))
  assert.ok((await omit(town.head, 'tso')).ok && (await omit(town.neighbour, 'nme')).ok)
})

const verbs: Record<string, (tx: Tx, me: Actor) => Promise<{ length: number }>> = {
  see: (tx) => tx.select().from(omissions),
  add: (tx, me) => tx.insert(omissions).values(row(me)).returning(),
  'add in another’s name': (tx, me) =>
    tx
      .insert(omissions)
      .values({ ...row(me), decidedBy: town.ib.personId === me.personId ? town.head.personId : town.ib.personId })
      .returning(),
  change: (tx, me) => tx.update(omissions).set({ reason: 'anders', decidedBy: me.personId }).returning(),
  remove: (tx) => tx.delete(omissions).returning(),
}
const row = (me: Actor) => ({
  ...{ schoolId: town.school, kind: 'type' as const, what: 'bso', reason: 'x' },
  ...{ decidedBy: me.personId, decidedOn: today },
})

/** Rows each verb reaches, of two: one of this school, one of the neighbour's. */
const may = {
  head: [1, 1, 0, 1, 1],
  ib: [1, 1, 0, 1, 1],
  teacher: [1, 0, 0, 0, 0],
  neighbour: [1, 0, 0, 1, 1],
  therapist: [0, 0, 0, 0, 0],
  trustee: [0, 0, 0, 0, 0],
} as const
for (const [name, expected] of Object.entries(may))
  test(`what ${name} may do with what is left out`, async () => {
    assert.deepEqual(await reached(db, town[name as keyof typeof may], verbs), expected, Object.keys(verbs).join(', '))
  })

test('the page says who is missing in the order of what matters, who is near, and what was left out', async () => {
  const { text, status, queries } = await visit(town.head, { path: spots })
  assert.equal(status, 200)
  assert.ok(queries <= 6, `${queries} queries`)
  assert.match(text, /de wet noemt ze[\s\S]*Daarna: gemeente[\s\S]*En verder/)
  assert.match(text, /Sportbuurt \(&lt; 1 km\)/)
  assert.match(text, /We kennen hier nog niemand/)
  assert.match(text, /niet nodig \(Hanna Hoofd, za 21 nov\)[\s\S]*Zet terug/)
  assert.doesNotMatch(text, /Verre sport|nme/)
})

test('a neighbouring school and one’s own board are real candidates', async () => {
  assert.match((await visit(town.head, { path: `${spots}/soorten/buurschool` })).text, /De Buren/)
  assert.match((await visit(town.head, { path: `${spots}/soorten/schoolbestuur` })).text, /Stichting Veen/)
  const nobody = await visit(town.head, { path: `${spots}/soorten/jgz` })
  assert.match(nobody.text, /We kennen hier nog niemand\. We zoeken binnen 25 kilometer/)
})

test('left out with a reason, asked again after a year, said again, and put back', async () => {
  const at = `${spots}/soorten/museum_theater`
  const empty = await visit(town.head, { path: `${at}/keuze`, fields: { reason: ' ' } })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /in een paar woorden waarom niet/)
  const child = await visit(town.head, {
    path: `${at}/keuze`,
    fields: { reason: 'Mees Bakker (7 jaar) was daar bang' },
  })
  assert.equal(child.status, 422)
  assert.match(child.text, /zonder naam/)
  assert.equal((await visit(town.head, { path: `${at}/keuze`, fields: { reason: 'te ver weg' } })).location, spots)
  const later = '2027-11-22'
  assert.doesNotMatch((await visit(town.head, { path: spots })).text, /Nog steeds\?/)
  assert.match((await visit(town.head, { path: spots, today: later })).text, /te ver weg[\s\S]*Nog steeds\?/)
  // Both are a year old by now; a teacher is not asked.
  assert.doesNotMatch((await visit(town.teacher, { path: spots, today: later })).text, /Nog steeds|Zet terug/)
  for (const what of ['museum_theater', 'tso'])
    await visit(town.head, { path: `${spots}/soorten/${what}/bevestiging`, fields: {}, today: later })
  assert.doesNotMatch((await visit(town.head, { path: spots, today: later })).text, /Nog steeds\?/)
  assert.equal((await visit(town.head, { path: `${at}/herroeping`, fields: {} })).location, spots)
  assert.doesNotMatch((await visit(town.head, { path: spots })).text, /te ver weg/)
})

test('a topic can be left out as well', async () => {
  const at = `${spots}/vragen/natuur`
  assert.match((await visit(town.head, { path: at })).text, /Natuur[\s\S]*helpen hier vaak bij/)
  await visit(town.head, { path: `${at}/keuze`, fields: { reason: 'we hebben een schooltuin' } })
  const { html } = await visit(town.head, { path: spots })
  assert.match(html, /we hebben een schooltuin/)
  assert.doesNotMatch(html, /href="\/netwerk\/witte-vlekken\/vragen\/natuur"/)
})

test('what was left out on purpose is no longer proposed anywhere', async () => {
  const missing = await actingAs(db, town.head, (tx) => stillMissing(tx, town.school, ['tso', 'buurtsportcoach']))
  assert.deepEqual(missing.missing, ['buurtsportcoach'])
  assert.equal(missing.near[0]?.name, 'Sportbuurt')
})

test('who has nothing to decide here is refused, and nonsense is not found', async () => {
  for (const noun of ['keuze', 'bevestiging', 'herroeping'])
    for (const me of [town.teacher, town.therapist, town.trustee]) {
      const { status } = await visit(me, { path: `${spots}/soorten/tso/${noun}`, fields: { reason: 'x' } })
      assert.equal(status, 404)
    }
  for (const path of [spots, `${spots}/soorten/jgz`])
    for (const me of [town.therapist, town.trustee]) assert.equal((await visit(me, { path })).status, 404)
  assert.equal((await visit(town.head, { path: `${spots}/soorten/verzonnen` })).status, 404)
  assert.equal(
    (await visit(town.head, { path: `${spots}/soorten/verzonnen/keuze`, fields: { reason: 'x' } })).status,
    404,
  )
  // What one knows already is no white spot.
  assert.equal((await visit(town.head, { path: `${spots}/soorten/swv` })).location, spots)
})

test('in English too', async () => {
  for (const path of [spots, `${spots}/soorten/jgz`, `${spots}/vragen/dyslexie`]) {
    const { text } = await visit(town.head, { path, language: 'en' })
    assert.doesNotMatch(text, /\b(niemand|soort|bewust|jullie|de school)\b/i, path)
  }
})
