import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database, type Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { allowed } from '#test/visit.tsx'
import { mayTend } from './access.ts'
import { forgetFaces, letGoOfLines } from './actions.ts'
import { faces, reasons, relations } from './tables.ts'

let db: Database
const who: Record<string, Actor> = {}
const line = { schoolId: '', id: '' }

before(async () => {
  db = await freshDatabase()
  await actingAsKeeper(db, aSmallTown)
})

/** Two schools, a partner that serves the first, another partner, and the board. */
async function aSmallTown(tx: Tx) {
  const make = async (kind: 'school' | 'partner' | 'board', name: string) =>
    (await tx.insert(organisations).values({ kind, name, source: 'typed' }).returning())[0]!.id
  const [school, other, library, stranger, board] = [
    await make('school', 'S'),
    await make('school', 'O'),
    await make('partner', 'Bieb'),
    await make('partner', 'X'),
    await make('board', 'B'),
  ]
  const join = async (name: string, organisationId: string, role: string) => {
    const [person] = await tx.insert(people).values({ name, source: 'test', notedBy: organisationId }).returning()
    await tx.insert(memberships).values({ organisationId, personId: person!.id, roles: [role], days: [] })
    who[name] = recognise({ accountId: name, personId: person!.id, organisationId, roles: [role] })
    return person!.id
  }
  await join('head', school, 'directeur')
  await join('teacher', school, 'leerkracht')
  const [ownerId, deputyId] = [
    await join('holder', school, 'leerkracht'),
    await join('deputy', school, 'onderwijsassistent'),
  ]
  await join('head elsewhere', other, 'directeur')
  await join('partner', library, 'partnercontact')
  await join('other partner', stranger, 'partnercontact')
  await join('board', board, 'bestuurder')
  await join('mr', school, 'mr')
  const [made] = await tx
    .insert(relations)
    .values({ schoolId: school, organisationId: library, name: 'Bieb', levels: [], ownerId, deputyId })
    .returning()
  Object.assign(line, { schoolId: school, id: made!.id })
  await tx.insert(reasons).values({ schoolId: school, relationId: line.id, motives: [], about: 'ons eigen' })
  await tx
    .insert(faces)
    .values({ schoolId: school, relationId: line.id, rank: 0, name: 'Sanne', days: [], source: 'test' })
}

const schoolOf = {
  get schoolId() {
    return line.schoolId
  },
  get relationId() {
    return line.id
  },
}
const verbs: Record<string, (tx: Tx) => Promise<{ length: number }>> = {
  'see the line': (tx) => tx.select().from(relations),
  'add a line': (tx) => tx.insert(relations).values({ schoolId: line.schoolId, name: 'Nieuw', levels: [] }).returning(),
  'change the line': (tx) => tx.update(relations).set({ name: 'Y' }).returning(),
  'delete the line': (tx) => tx.delete(relations).returning(),
  'see reasons': (tx) => tx.select().from(reasons),
  'change reasons': (tx) => tx.update(reasons).set({ about: 'Y' }).returning(),
  'remove reasons': (tx) => tx.delete(reasons).returning(),
  'see faces': (tx) => tx.select().from(faces),
  'add a face': (tx) =>
    tx
      .insert(faces)
      .values({ ...schoolOf, rank: 1, name: 'N', days: [], source: 'test' })
      .returning(),
  'change a face': (tx) => tx.update(faces).set({ name: 'Y' }).returning(),
  'remove a face': (tx) => tx.delete(faces).returning(),
}
const all = Object.keys(verbs)
const sees = ['see the line', 'see reasons', 'see faces']
const tends = all.filter((verb) => verb !== 'delete the line')

const may: Record<string, readonly string[]> = {
  head: all,
  holder: tends,
  deputy: tends,
  teacher: [...sees, 'add a line'],
  partner: ['see the line', 'see faces'],
  'head elsewhere': [],
  'other partner': [],
  board: [],
  mr: [],
}

for (const [name, expected] of Object.entries(may)) {
  test(`${name} may ${expected.length ? expected.join(', ') : 'nothing'}`, async () => {
    assert.deepEqual(await allowed(db, who[name]!, verbs), [...expected].sort())
  })
}

class Undo extends Error {}

test('the predicate beside the policies says the same', async () => {
  const [relation] = await actingAsKeeper(db, (tx) => tx.select().from(relations).where(eq(relations.id, line.id)))
  const tending = Object.keys(may).filter((name) => mayTend(who[name]!, relation!))
  assert.deepEqual(tending, ['head', 'holder', 'deputy'])
})

test('a partner sees who holds the line, and nobody else of the school', async () => {
  const seen = await actingAs(db, who.partner!, (tx) => tx.select({ name: people.name }).from(people))
  assert.deepEqual(seen.map(({ name }) => name).sort(), ['deputy', 'holder', 'partner'])
})

test('nobody in particular is denied every table', async () => {
  for (const table of [relations, reasons, faces])
    await assert.rejects(db.resting.select().from(table), (error: Error) =>
      /permission denied/.test(String(error.cause)),
    )
})

test('who no longer belongs to the school holds none of its lines, and others keep theirs', async () => {
  await actingAsKeeper(db, async (tx) => {
    const { personId, organisationId } = who['holder']!
    assert.equal(await letGoOfLines(tx), 0)
    await tx
      .delete(memberships)
      .where(and(eq(memberships.personId, personId), eq(memberships.organisationId, organisationId)))
    assert.equal(await letGoOfLines(tx), 1)
    const [after] = await tx.select().from(relations).where(eq(relations.id, line.id))
    assert.deepEqual([after?.ownerId, after?.deputyId], [null, who['deputy']!.personId])
    throw new Undo()
  }).catch((error) => assert.ok(error instanceof Undo, error))
})

test('an ended line of the same id at another school takes no faces of ours along', async () => {
  await actingAsKeeper(db, async (tx) => {
    const schoolId = who['head elsewhere']!.organisationId
    await tx.insert(relations).values({ schoolId, id: line.id, name: 'Dubbel', levels: [], until: '2020-01-01' })
    assert.equal(await forgetFaces(tx, '2026-11-21'), 0)
    throw new Undo()
  }).catch((error) => assert.ok(error instanceof Undo, error))
})
