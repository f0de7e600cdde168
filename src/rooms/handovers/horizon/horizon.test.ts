import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAsKeeper } from '#kit/db/database.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { inside } from './routes.tsx'
import { inOrder, turnoverOf } from './rules.ts'

/** What ends a term ahead, and how often faces change; of nobody in particular. */
const { db, school, head, teacher, neighbour, therapist, ib } = await aSmallTown()
const visit = visits(db, inside)
const path = '/overdracht/afloop'

before(() =>
  actingAsKeeper(db, async (tx) => {
    const line = (name: string, until: string | null) => ({
      schoolId: school,
      name,
      levels: [],
      until,
      ownerId: ib.personId,
    })
    const made = await tx
      .insert(relations)
      .values([
        line('Museum', '2027-01-31'),
        line('Theater', '2027-12-31'),
        line('Bieb', null),
        line('Oud', '2026-01-01'),
      ])
      .returning()
    const bieb = made[2]!.id
    const face = (name: string, leftOn: string | null) => ({
      ...{ schoolId: school, relationId: bieb, rank: 0, name, days: [], source: 'test', leftOn },
    })
    await tx
      .insert(faces)
      .values([
        face('Sanne', null),
        face('Vera', '2027-02-01'),
        face('Kees', '2026-03-01'),
        face('Els', '2025-12-01'),
        face('Ans', '2026-10-01'),
      ])
    await tx.execute(sql`update memberships set until = '2027-01-15' where person_id = ${ib.personId}`)
  }),
)

test('a term ahead: which line ends, which face goes, which colleague leaves with how many lines', async () => {
  const { text, queries } = await visit(head, { path })
  assert.match(
    text,
    /Ineke Begeleider Collega vr 15 jan.* lijnen: 3.*Museum Lijn zo 31 jan.*Vera Contactpersoon ma 1 feb.* Bieb/,
  )
  assert.doesNotMatch(text, /Theater|Oud/, 'not what ends later, nor what has ended')
  assert.match(text, /Bieb 2 2025: 1, 2026: 2/)
  assert.doesNotMatch(text, /Kees|Els|Ans/, 'who went is a count')
  assert.ok(queries <= 6, `${queries} questions`)
})

test('another school and a partner see none of it', async () => {
  assert.doesNotMatch((await visit(neighbour, { path })).text, /Museum|Bieb/)
  assert.equal((await visit(therapist, { path })).status, 404)
  const others = await visit(teacher, { path })
  assert.match(others.text, /Museum/)
  assert.doesNotMatch(others.text, /Ineke/, 'that a colleague goes is not told here')
})

test('what ends first stands on top; years stand with their partner', () => {
  const one = (day: string) => ({ kind: 'line' as const, name: 'x', day, href: '/' })
  assert.deepEqual(
    inOrder([one('2027-02-01'), one('2027-01-01')]).map(({ day }) => day),
    ['2027-01-01', '2027-02-01'],
  )
  const row = { id: 'a', name: 'Bieb', now: 1 }
  assert.deepEqual(
    turnoverOf([
      { ...row, year: 2025, left: 1 },
      { ...row, year: 2026, left: 2 },
    ]),
    [
      {
        ...row,
        years: [
          { year: 2025, left: 1 },
          { year: 2026, left: 2 },
        ],
      },
    ],
  )
})
