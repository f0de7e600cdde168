import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database, type Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { reached } from '#test/visit.tsx'
import { missingTypes, partnersFor } from './door.ts'
import { nearOnes } from './profiles/queries.ts'
import { answers, profiles } from './tables.ts'

const today = '2026-11-21'
let db: Database
const who: Record<string, Actor> = {}
let school = ''
let line = ''
let partner = ''

before(async () => {
  db = await freshDatabase()
  await actingAsKeeper(db, aSmallTown)
})

async function aSmallTown(tx: Tx) {
  const make = async (kind: 'school' | 'partner' | 'board', name: string, more = {}) =>
    (
      await tx
        .insert(organisations)
        .values({ kind, name, source: 'typed', ...more })
        .returning()
    )[0]!.id
  school = await make('school', 'S', { latitude: 52.09, longitude: 5.12 })
  partner = await make('partner', 'Logo', { type: 'logopedist', postcode: '3511 AB', place: 'Utrecht' })
  const far = await make('partner', 'Verre logo', { type: 'logopedist', postcode: '9711 AA', place: 'Groningen' })
  const places = { school, other: await make('school', 'O'), partner, far, board: await make('board', 'B') }
  const cast = [
    ['head', 'school', 'directeur'],
    ['holder', 'school', 'leerkracht'],
    ['teacher', 'school', 'leerkracht'],
    ['mr', 'school', 'mr'],
    ['elsewhere', 'other', 'directeur'],
    ['partner', 'partner', 'partnercontact'],
    ['far partner', 'far', 'partnercontact'],
    ['board', 'board', 'bestuurder'],
  ] as const
  for (const [name, place, role] of cast) {
    const [person] = await tx.insert(people).values({ name, source: 'test', notedBy: places[place] }).returning()
    await tx
      .insert(memberships)
      .values({ organisationId: places[place], personId: person!.id, roles: [role], days: [1] })
    who[name] = recognise({ accountId: name, personId: person!.id, organisationId: places[place], roles: [role] })
  }
  const add = async (name: string, type: string | null, more = {}) =>
    (
      await tx
        .insert(relations)
        .values({ schoolId: school, name, type, levels: [], ...more })
        .returning()
    )[0]!.id
  line = await add('Logopedie', 'logopedist', {
    organisationId: partner,
    ownerId: who.holder!.personId,
    deputyId: who.head!.personId,
  })
  await add('Oude logopedie', 'logopedist', { until: '2026-11-20' })
  await add('Bieb', 'bibliotheek')
  const friend = await add('Buurvrouw Ans', null)
  await tx.insert(answers).values([
    { schoolId: school, topic: 'spraak_taal', relationId: friend, rank: 0 },
    { schoolId: school, topic: 'dyslexie', relationId: line, rank: 0 },
  ])
  await tx.insert(faces).values(
    [
      { name: 'Els', rank: 1 },
      { name: 'Kim', rank: 0 },
      { name: 'Weg', rank: 2, leftOn: '2026-01-01' },
    ].map((face) => ({ ...face, schoolId: school, relationId: line, days: [], source: 'test' })),
  )
  await tx.insert(profiles).values([
    { organisationId: partner, can: 'praten' },
    { organisationId: far, can: 'praten' },
  ])
}

const verbs: Record<string, (tx: Tx) => Promise<{ length: number }>> = {
  'see answers': (tx) => tx.select().from(answers),
  'add an answer': (tx) =>
    tx.insert(answers).values({ schoolId: school, topic: 'tos', relationId: line, rank: 0 }).returning(),
  'change answers': (tx) => tx.update(answers).set({ rank: 9 }).returning(),
  'remove answers': (tx) => tx.delete(answers).returning(),
  'see profiles': (tx) => tx.select().from(profiles),
  'change profiles': (tx) => tx.update(profiles).set({ can: 'x' }).returning(),
}
/** How many rows each verb reaches. The holder's is one of two answers; a partner's own profile one of two. */
const may: Record<string, number[]> = {
  head: [2, 1, 2, 2, 2, 0],
  holder: [2, 1, 1, 1, 2, 0],
  teacher: [2, 0, 0, 0, 2, 0],
  mr: [0, 0, 0, 0, 2, 0],
  elsewhere: [0, 0, 0, 0, 2, 0],
  partner: [0, 0, 0, 0, 2, 1],
  'far partner': [0, 0, 0, 0, 2, 1],
  board: [0, 0, 0, 0, 2, 0],
}
for (const [name, expected] of Object.entries(may)) {
  test(`what ${name} may do with answers and profiles`, async () => {
    assert.deepEqual(await reached(db, who[name]!, verbs), expected, Object.keys(verbs).join(', '))
  })
}

test('nobody in particular is denied every table', async () => {
  for (const table of [answers, profiles])
    await assert.rejects(db.resting.select().from(table), (error: Error) =>
      /permission denied/.test(String(error.cause)),
    )
})

test('a question finds whom the school chose, then the usual kinds, each with who rings whom, in one query', async () => {
  let queries = 0
  const found = await actingAs(db, who.teacher!, (tx) => {
    const counting = new Proxy(tx, {
      get(target, name) {
        if (name === 'select' || name === 'execute') queries += 1
        return Reflect.get(target, name)
      },
    })
    return partnersFor(counting, school, { topic: 'spraak_taal', usualTypes: ['logopedist', 'obd'], today })
  })
  assert.equal(queries, 1)
  assert.deepEqual(
    found.map(({ name }) => name),
    ['Buurvrouw Ans', 'Logopedie'],
  )
  const [ans, logo] = found
  assert.deepEqual([ans?.owner, ans?.faces, ans?.rank], [null, [], 0])
  assert.deepEqual(
    [logo?.owner?.name, logo?.ownerIn, logo?.deputy?.name],
    ['holder', { roles: ['leerkracht'], days: [1] }, 'head'],
  )
  assert.deepEqual(
    logo?.faces.map(({ name }) => name),
    ['Kim', 'Els'],
  )
  assert.deepEqual(missingTypes(['logopedist', 'obd'], found), ['obd'])
})

test('another school asking about this one finds nobody', async () => {
  const asked = { topic: 'spraak_taal', usualTypes: ['logopedist'], today }
  assert.deepEqual(await actingAs(db, who.elsewhere!, (tx) => partnersFor(tx, school, asked)), [])
})

test('who is near: partners that made themselves known, the nearest first', async () => {
  const near = await actingAs(db, who.teacher!, (tx) => nearOnes(tx, school, ['logopedist']))
  assert.deepEqual(
    near.map(({ name }) => name),
    ['Logo', 'Verre logo'],
  )
  assert.ok((near[0]?.km ?? 99) < 5 && (near[1]?.km ?? 0) > 100)
  assert.deepEqual(await actingAs(db, who.teacher!, (tx) => nearOnes(tx, school, [])), [])
})
