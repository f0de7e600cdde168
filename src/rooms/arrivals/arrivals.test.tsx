import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAsKeeper, rowsOf, type Tx } from '#kit/db/database.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { reach, visits } from '#test/visit.tsx'
import { inside } from './routes.tsx'
import { daysToMeet, openingsOf } from './rules.ts'
import { introductions, welcomePacks } from './tables.ts'

/** Somebody arrives, at a partner or in the team: what she is given, who sees it, and who may write it. */
const town = await aSmallTown()
const { db, school, other, partner, head, teacher, ib, neighbour, therapist, trustee } = town
const fresh = await somebody(db, school, 'Nienke Nieuw', ['leerkracht', 'cultuurcoordinator'])
const everyone = { head, teacher, fresh, ib, neighbour, therapist, trustee }
type Who = keyof typeof everyone
const visit = visits(db, inside)
const line = crypto.randomUUID()
const pack = `/netwerk/${line}/welkomstmap`
const meeting = `/school/mensen/${fresh.personId}/kennismaking`
let face = ''

before(() =>
  actingAsKeeper(db, async (tx) => {
    await tx.insert(relations).values([
      { schoolId: school, id: line, organisationId: partner, name: 'Museum', levels: [], ownerId: fresh.personId },
      { schoolId: school, name: 'Theater', levels: [], ownerId: fresh.personId },
    ])
    const [made] = await tx
      .insert(faces)
      .values({
        schoolId: school,
        relationId: line,
        rank: 0,
        name: 'Milan',
        mail: 'milan@museum.example',
        days: [],
        source: 'test',
      })
      .returning()
    face = made!.id
    await tx.execute(sql`insert into presences (school_id, relation_id, weekday, "from", until)
      values (${school}, ${line}, 2, '09:00', '10:00')`)
    await tx.execute(sql`insert into bell_times (school_id, weekday, "from", until, part)
      values (${school}, 1, '08:30', '14:45', 'lesson'), (${school}, 3, '08:30', '12:30', 'lesson')`)
  }),
)

async function allowed(deed: (tx: Tx, me: Actor) => Promise<{ length: number }>): Promise<Who[]> {
  const can: Who[] = []
  for (const [who, me] of Object.entries(everyone) as [Who, Actor][])
    if ((await reach(db, me, (tx) => deed(tx, me))) > 0) can.push(who)
  return can.sort()
}

test('days with the same hours are said together', () => {
  const bells = [1, 2, 4, 5].map((weekday) => ({ weekday, from: '08:30:00', until: '14:45:00' }))
  assert.deepEqual(openingsOf([...bells, { weekday: 3, from: '08:30', until: '12:30' }]), [
    { days: [1, 2, 4, 5], from: '08:30', until: '14:45' },
    { days: [3], from: '08:30', until: '12:30' },
  ])
})

test('she meets them one by one: when they are in the building and she works, two a week', () => {
  const partners = [
    { id: 'a', weekdays: [2] },
    { id: 'b', weekdays: [2] },
    { id: 'c', weekdays: [] },
    { id: 'd', weekdays: [5] },
  ]
  const days = daysToMeet(partners, { works: [1, 2], from: '2026-11-22', closed: new Set() })
  assert.deepEqual(
    [...days],
    [
      ['a', '2026-11-24'],
      ['b', '2026-12-01'],
      ['c', '2026-11-23'],
      ['d', '2026-11-30'],
    ],
  )
})

test('nobody is met while the school is closed', () => {
  const closed = new Set(['2026-12-21', '2026-12-22', '2026-12-28', '2026-12-29'])
  const days = daysToMeet(
    [
      { id: 'a', weekdays: [1] },
      { id: 'b', weekdays: [] },
    ],
    { works: [1, 2], from: '2026-12-19', closed },
  )
  assert.deepEqual([...days.values()], ['2027-01-04', '2027-01-05'])
})

test('who tends the network writes how the school works; every colleague reads it, on one sheet', async () => {
  const said = { vision: 'Elk kind doet mee.', methods: '', rules: 'Meld je.\nTelefoon uit.', whom: '' }
  assert.equal((await visit(teacher, { path: '/welkomstmap/wijziging', fields: said })).status, 404)
  assert.equal((await visit(head, { path: '/welkomstmap/wijziging', fields: said })).status, 303)
  const page = await visit(teacher, { path: '/welkomstmap' })
  for (const words of [
    /Elk kind doet mee\./,
    /Telefoon uit\./,
    /ma: 08:30–14:45/,
    /wo: 08:30–12:30/,
    /Directeur: Hanna Hoofd/,
  ])
    assert.match(page.text, words)
  assert.ok(page.queries <= 6, `${page.queries} questions`)
  const long = await visit(head, { path: '/welkomstmap/wijziging', fields: { ...said, vision: 'x'.repeat(601) } })
  assert.equal(long.status, 422)
  assert.match(long.text, /hoogstens 600 tekens/)
  for (const who of [therapist, trustee]) assert.equal((await visit(who, { path: '/welkomstmap' })).status, 404)
  assert.doesNotMatch((await visit(neighbour, { path: '/welkomstmap' })).text, /Elk kind doet mee/)
})

test('who is new at a partner gets a pack: a sheet, and the same as a letter', async () => {
  const page = await visit(teacher, { path: pack })
  for (const words of [/Welkom bij De Regenboog/, /Nienke Nieuw/, /dinsdag 09:00–10:00/, /Elk kind doet mee/])
    assert.match(page.text, words)
  assert.ok(page.queries <= 6, `${page.queries} questions`)
  assert.equal(
    (await visit(teacher, { path: pack, fields: { faceId: face } })).status,
    404,
    'sent by who tends the line',
  )
  assert.equal((await visit(fresh, { path: pack, fields: { faceId: crypto.randomUUID() } })).status, 404)
  assert.equal((await visit(fresh, { path: pack, fields: { faceId: face } })).status, 303)
  const [letter] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ payload: { to: string; subject: string; text: string } }>(
      tx,
      sql`select payload from outbox where kind = 'mail'`,
    ),
  )
  assert.equal(letter!.payload.to, 'milan@museum.example')
  assert.equal(letter!.payload.subject, 'Welkom bij De Regenboog')
  assert.match(letter!.payload.text, /Beste Milan,[\s\S]*- Elk kind doet mee\.[\s\S]*- dinsdag 09:00–10:00/)
  for (const who of [neighbour, therapist, trustee]) assert.equal((await visit(who, { path: pack })).status, 404)
})

test('a new colleague meets the partners that suit her, and ticks them off', async () => {
  assert.match((await visit(fresh, { path: meeting })).text, /Nog niets gepland/)
  assert.equal((await visit(teacher, { path: meeting })).status, 404, 'a colleague has no part in it')
  assert.equal((await visit(head, { path: meeting, fields: {} })).status, 303)
  const page = await visit(fresh, { path: meeting })
  assert.match(page.text, /Museum Milan · milan@museum\.example Nienke Nieuw di 24 nov/)
  assert.ok(page.queries <= 6, `${page.queries} questions`)
  const form = await visit(fresh, { path: `${meeting}/dagen` })
  const id = /name="on\.([0-9a-f-]{36})"/.exec(form.html)![1]!
  const wrong = await visit(fresh, { path: `${meeting}/dagen`, fields: { [`on.${id}`]: '2026-02-31' } })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Deze dag bestaat niet/)
  const said = { [`on.${id}`]: '2026-11-30', [`met.${id}`]: 'yes' }
  assert.equal((await visit(fresh, { path: `${meeting}/dagen`, fields: said })).status, 303)
  assert.match((await visit(head, { path: meeting })).text, /ja, za 21 nov/)
  await visit(neighbour, { path: `${meeting}/dagen`, fields: { [`on.${id}`]: '' } })
  assert.match((await visit(head, { path: meeting })).text, /30 nov/, 'another school changes nothing')
})

test('everyone and every verb', async () => {
  assert.deepEqual(await allowed((tx) => tx.select().from(welcomePacks)), ['fresh', 'head', 'ib', 'teacher'])
  const write = (tx: Tx) => tx.update(welcomePacks).set({ vision: 'x' }).returning()
  // A coordinator tends the network too.
  assert.deepEqual(await allowed(write), ['fresh', 'head', 'ib'])
  assert.deepEqual(await allowed((tx) => tx.delete(welcomePacks).returning()), ['fresh', 'head', 'ib'])
  const elsewhere = (tx: Tx) => tx.insert(welcomePacks).values({ schoolId: other, writtenOn: '2026-11-21' }).returning()
  assert.deepEqual(await allowed(elsewhere), ['neighbour'])

  assert.deepEqual(await allowed((tx) => tx.select().from(introductions)), ['fresh', 'head', 'ib'])
  const move = (tx: Tx) => tx.update(introductions).set({ onDay: '2026-12-01' }).returning()
  assert.deepEqual(await allowed(move), ['fresh', 'head', 'ib'])
  assert.deepEqual(await allowed((tx) => tx.delete(introductions).returning()), ['fresh', 'head', 'ib'])
  const meet = (personId: string) => (tx: Tx) =>
    tx.insert(introductions).values({ schoolId: school, personId, relationId: line }).returning()
  assert.deepEqual(await allowed(meet(teacher.personId)), ['head', 'ib', 'teacher'])
  assert.deepEqual(await allowed(meet(neighbour.personId)), [], 'a stranger meets nobody here')
})
