import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { actingAsKeeper, type Database } from '#kit/db/database.ts'
import { answers } from '#rooms/network/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { inside } from './routes.tsx'

let town: Awaited<ReturnType<typeof aSmallTown>>
let db: Database
let visit: ReturnType<typeof visits>
const nasty = `<script>alert(1)</script>'%_`

before(async () => {
  town = await aSmallTown()
  db = town.db
  visit = visits(db, inside)
  const [library, speech, ended, theirs] = Array.from({ length: 4 }, () => crypto.randomUUID()) as [
    string,
    string,
    string,
    string,
  ]
  await actingAsKeeper(db, async (tx) => {
    const line = (id: string, name: string, more = {}) => ({ schoolId: town.school, id, name, levels: [], ...more })
    await tx
      .insert(relations)
      .values([
        line(library, 'Bibliotheek De Leeshoek', { type: 'bibliotheek', place: 'Veenstad' }),
        line(speech, 'Spraakwater', { type: 'logopedist', organisationId: town.partner, ownerId: town.ib.personId }),
        line(ended, 'Bibliobus', { type: 'bibliotheek', until: '2026-01-01' }),
        line(theirs, 'Bibliotheek Buren', { schoolId: town.other, type: 'bibliotheek' }),
      ])
    const face = (relationId: string, name: string, more = {}) => ({
      ...{ schoolId: town.school, relationId, rank: 0, name, work: 'consulent', days: [], source: 'test', ...more },
    })
    await tx
      .insert(faces)
      .values([
        face(library, 'Marloes Tamminga'),
        face(library, 'Marloes Vertrokken', { leftOn: '2026-02-01' }),
        face(theirs, 'Marloes Buren', { schoolId: town.other }),
      ])
    await tx.insert(answers).values({ schoolId: town.school, relationId: library, topic: 'leesmotivatie', rank: 0 })
  })
})

const search = (who: 'head' | 'teacher' | 'therapist' | 'trustee', wish: string) =>
  visit(town[who], { path: '/zoeken', fields: { wish } })

test('a partner by name, kind, place, topic, and in spite of a typing error, in three queries', async () => {
  for (const wish of ['leeshoek', 'bibliotehek', 'library', 'veenstad', 'leesmotivatie', 'leeshoke']) {
    const { text, queries } = await search('teacher', wish)
    assert.match(text, /Bibliotheek De Leeshoek/, wish)
    assert.ok(queries <= 3, `${queries} queries`)
    assert.doesNotMatch(text, /Bibliobus|Buren/, wish)
  }
})

test('a face leads to her partner; who has left is not found', async () => {
  const { text, html } = await search('teacher', 'marloes')
  assert.match(text, /Mensen bij partners Marloes Tamminga consulent · Bibliotheek De Leeshoek/)
  assert.doesNotMatch(text, /Vertrokken|Buren/)
  assert.match(html, /href="\/netwerk\/[0-9a-f-]{36}"/)
})

test('a colleague by name and by task', async () => {
  assert.match((await search('teacher', 'ineke')).text, /Collega’s Ineke Begeleider/)
  assert.match((await search('teacher', 'begleider')).text, /Ineke Begeleider/)
  assert.match((await search('teacher', 'directeur')).text, /Hanna Hoofd/)
  assert.doesNotMatch((await search('teacher', 'nico')).text, /Nico Naast/)
})

test('a partner’s professional finds the lines of her schools, and nothing else of them', async () => {
  const { text, queries } = await search('therapist', 'regenboog')
  assert.match(text, /De Regenboog[\s\S]*je belt met Ineke Begeleider/)
  assert.ok(queries <= 3)
  for (const wish of ['leeshoek', 'marloes', 'hanna', 'directeur', 'joris', 'buren'])
    assert.match((await search('therapist', wish)).text, /Niets gevonden/, wish)
})

test('a board finds its own people, not a school’s', async () => {
  assert.match((await search('trustee', 'leeshoek')).text, /Niets gevonden/)
  assert.match((await search('trustee', 'bea')).text, /Bea Bestuur/)
})

test('what was typed stands in the field, never in an address, and never as a script', async () => {
  const { html, location, status } = await search('head', nasty)
  assert.equal(status, 200)
  assert.equal(location, null)
  assert.match(html, /method="post"[^>]*action="\/zoeken"|action="\/zoeken"[^>]*method="post"/)
  assert.doesNotMatch(html, /<script>alert/)
  assert.equal((await search('head', 'x'.repeat(101))).status, 422)
})

test('in English too', async () => {
  const { text } = await visit(town.head, { path: '/zoeken', fields: { wish: 'leeshoek' }, language: 'en' })
  assert.match(text, /1 found[\s\S]*Partners/)
  assert.doesNotMatch(text, /gevonden|Zoek/)
})
