import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Database } from '#kit/db/database.ts'
import { actingAsKeeper } from '#kit/db/database.ts'
import { answers } from '#rooms/network/door.ts'
import { declaredHours } from '#rooms/plans/door.ts'
import { faces, reasons, relations } from '#rooms/relations/door.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import type { Sketch } from '#ui/drawing/sketch.ts'
import { inside } from './routes.tsx'

let town: Awaited<ReturnType<typeof aSmallTown>>
let db: Database
let visit: ReturnType<typeof visits>
const id = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`

before(async () => {
  town = await aSmallTown()
  db = town.db
  visit = visits(db, inside)
  const line = (nth: number, name: string, more = {}) => ({
    ...{ schoolId: town.school, id: id(nth), name, levels: ['pupil' as const], type: 'logopedist', ...more },
  })
  await actingAsKeeper(db, async (tx) => {
    await tx
      .insert(relations)
      .values([
        line(1, 'Bibliotheek', { ownerId: town.ib.personId, deputyId: town.head.personId, type: 'bibliotheek' }),
        line(2, 'Logopedie', { ownerId: town.ib.personId, scale: 'wijk' }),
        line(3, 'Buurman', { levels: ['organisation'], type: null }),
        line(4, 'Oud', { ownerId: town.ib.personId, until: '2026-01-01' }),
        { ...line(5, 'Van de buren', { ownerId: town.neighbour.personId }), schoolId: town.other },
      ])
    await tx.insert(reasons).values({ schoolId: town.school, relationId: id(1), motives: ['goede_buur'] })
    const face = (relationId: string, name: string) => ({
      ...{ schoolId: town.school, relationId, rank: 0, name, days: [], source: 'test' },
    })
    await tx.insert(faces).values([face(id(1), 'Een'), face(id(1), 'Twee'), face(id(2), 'Drie')])
    await tx.insert(declaredHours).values({ schoolId: town.school, personId: town.ib.personId, hours: 40 })
    await tx.insert(answers).values({ schoolId: town.school, relationId: id(2), topic: 'dyslexie', rank: 0 })
  })
})

test('who holds what: what hangs on one or nobody, and who knows nobody yet, in two queries', async () => {
  const { text, queries } = await visit(town.head, { path: '/wie-heeft-wat' })
  assert.equal(queries, 2)
  assert.match(text, /1 partner is van niemand[\s\S]*Buurman/)
  assert.match(text, /Bij 1 lijn springt niemand in[\s\S]*Logopedie lijn van Ineke Begeleider/)
  assert.match(text, /1 collega heeft nog geen lijn[\s\S]*Joris Juf/)
  assert.match(text, /Hanna Hoofd – Bibliotheek[\s\S]*Ineke Begeleider Bibliotheek, Logopedie –/)
  assert.doesNotMatch(text, /Oud|Van de buren|Nico/)
})

test('who holds what is for who arranges the school, and for nobody else', async () => {
  for (const me of [town.teacher, town.ib, town.therapist, town.trustee])
    assert.equal((await visit(me, { path: '/wie-heeft-wat' })).status, 404)
  const { text } = await visit(town.neighbour, { path: '/wie-heeft-wat' })
  assert.match(text, /Van de buren/)
  assert.doesNotMatch(text, /Bibliotheek|Ineke|Buurman/)
  assert.doesNotMatch((await visit(town.teacher, { path: '/kaart' })).html, /wie-heeft-wat/)
})

test('the map says what can be seen, of the net and of nobody in it, in one query', async () => {
  const { text, queries } = await visit(town.teacher, { path: '/kaart' })
  assert.equal(queries, 1)
  assert.match(text, /Partners: 3\. Collega’s: 2\. Lijnen: 3\./)
  assert.match(text, /Partners die we via één collega kennen: 1 van de 3/)
  assert.match(text, /Partners zonder collega: 1/)
  assert.doesNotMatch(text, /Oud nog|Van de buren|[Cc]entralis/)
})

test('a filter narrows the list, the figures and the drawing alike; nonsense is no wish', async () => {
  const both = async (query: string) => {
    const [page, data] = [await visit(town.ib, { path: `/kaart${query}` }), await sketch(query)]
    const names = data.points.filter(([, , kind]) => data.kinds[kind]?.open).map(([, name]) => name)
    return { text: page.text, names }
  }
  assert.deepEqual((await both('?sector=bibliotheek')).names, ['Bibliotheek'])
  assert.match((await both('?sector=bibliotheek')).text, /Partners: 1\. Collega’s: 2\. Lijnen: 2\./)
  assert.deepEqual((await both('?niveau=organisation')).names, ['Buurman'])
  assert.deepEqual((await both('?schaal=wijk')).names, ['Logopedie'])
  assert.deepEqual((await both('?motief=goede_buur')).names, ['Bibliotheek'])
  assert.deepEqual((await both(`?collega=${town.head.personId}`)).names, ['Bibliotheek'])
  assert.deepEqual((await both(`?bij=${town.ib.personId}`)).names, ['Bibliotheek', 'Logopedie'])
  assert.match((await both(`?bij=${id(1)}`)).text, /alleen Bibliotheek en wie daar direct naast staat/)
  assert.deepEqual((await both('?sector=onzin&bij=x&gewicht=y&pagina=-3')).names.length, 3)
})

const sketch = async (query: string, me = town.ib) =>
  JSON.parse((await visit(me, { path: `/kaart/gegevens${query}` })).html) as Sketch

test('the weight is the partner’s: topics, faces or hours; every colleague is drawn alike', async () => {
  const weights = async (weight: string) =>
    (await sketch(`?gewicht=${weight}`)).points.map(([, name, , many]) => [name, many])
  const people = [
    ['Hanna Hoofd', 1],
    ['Ineke Begeleider', 1],
  ]
  assert.deepEqual(await weights('gezichten'), [...people, ['Bibliotheek', 2], ['Buurman', 0], ['Logopedie', 1]])
  assert.deepEqual(await weights('onderwerpen'), [...people, ['Bibliotheek', 0], ['Buurman', 0], ['Logopedie', 1]])
})

test('others see nothing of the map or its files', async () => {
  const paths = ['', '/gegevens', '/netwerk.gexf', '/netwerk.graphml', '/lijnen.csv', '/punten.csv']
  for (const path of paths)
    for (const me of [town.therapist, town.trustee])
      assert.equal((await visit(me, { path: `/kaart${path}` })).status, 404, path)
  assert.deepEqual(
    (await sketch('', town.neighbour)).points.map(([, name]) => name),
    ['Nico Naast', 'Van de buren'],
  )
  assert.doesNotMatch((await visit(town.head, { path: '/kaart', language: 'en' })).text, /\b(lijnen|niemand|zonder)\b/)
  assert.doesNotMatch((await visit(town.head, { path: '/wie-heeft-wat', language: 'en' })).text, /\b(lijnen|niemand)\b/)
})

test('the organogram is drawn from who has which role and line, for who works here, in four queries', async () => {
  const { text, queries } = await visit(town.teacher, { path: '/organogram' })
  assert.equal(queries, 4)
  assert.match(text, /Wie doet wat bij De Regenboog/)
  assert.match(
    text,
    /IB&#39;er\s+Ineke Begeleider ma t\/m vr · 40 uur per jaar · nog niemand springt in Bibliotheek[\s\S]*Logopedie/,
  )
  assert.match(text, /Leerkracht\s+Joris Juf/)
  assert.match(text, /Nog van niemand\s+Buurman/)
  assert.doesNotMatch(text, /Oud\s|Van de buren|Nico/)
  for (const me of [town.therapist, town.trustee]) assert.equal((await visit(me, { path: '/organogram' })).status, 404)
  const other = await visit(town.neighbour, { path: '/organogram', language: 'en' })
  assert.match(other.text, /Who does what at De Buren/)
  assert.doesNotMatch(other.text, /Ineke|Bibliotheek|springt|niemand/)
})
