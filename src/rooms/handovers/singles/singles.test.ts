import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { actingAsKeeper, type Database, rowsOf } from '#kit/db/database.ts'
import { memberships } from '#rooms/people/door.ts'
import { faces, reasons, relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { handoverAnswers } from '../tables.ts'
import { inside } from './routes.tsx'

let town: Awaited<ReturnType<typeof aSmallTown>>
let db: Database
let visit: ReturnType<typeof visits>

before(async () => {
  town = await aSmallTown()
  db = town.db
  visit = visits(db, inside)
  const left = await somebody(db, town.school, 'Lena Vertrokken', ['leerkracht'])
  await actingAsKeeper(db, async (tx) => {
    await tx.update(memberships).set({ until: '2026-07-31' }).where(eq(memberships.personId, left.personId))
    const both = { ownerId: town.ib.personId, deputyId: town.head.personId }
    const line = (name: string, more = {}) => ({
      ...{ schoolId: town.school, id: crypto.randomUUID(), name, levels: [], since: '2015-08-01', ...both, ...more },
    })
    const lines = [
      line('Van twee kanten gedekt', { assuredOn: '2026-11-01' }),
      line('Alleen een houder', { deputyId: null }),
      line('Houder is weg', { ownerId: left.personId, deputyId: null }),
      line('Buurman', { form: 'person' as const }),
      line('Van de buren', { schoolId: town.other, ownerId: null, deputyId: null }),
    ]
    await tx.insert(relations).values(lines)
    const face = (at: number, name: string) => ({
      ...{ schoolId: town.school, relationId: lines[at]!.id, rank: 0, name, days: [], source: 'test' },
    })
    await tx.insert(faces).values([face(0, 'Een'), face(0, 'Twee'), face(1, 'Drie')])
    await tx.insert(reasons).values({ schoolId: town.school, relationId: lines[1]!.id, obligation: 'law', motives: [] })
  })
})

test('every line that hangs on one person or on who has left, the law’s first, on either side', async () => {
  const { text, queries } = await visit(town.head, { path: '/netwerk/vervanging' })
  assert.ok(queries <= 6, `${queries} questions`)
  assert.match(text, /Van de 4 lijnen zijn er 1 van niemand\. Bij 1 springt bij ons niemand in\. Bij 2 kennen we daar/)
  assert.match(
    text,
    /Alleen een houder de wet vraagt deze partner Ineke Begeleider · niemand springt in Vraag[\s\S]* Drie · we kennen daar één mens/,
  )
  assert.match(text, /Alleen een houder[\s\S]*Houder is weg niemand heeft deze lijn we kennen daar niemand/)
  assert.doesNotMatch(text, /Van twee kanten|Buurman|Lena|Van de buren/)
})

test('who does not hold the line reads, and asks nobody', async () => {
  const { text, html } = await visit(town.teacher, { path: '/netwerk/vervanging' })
  assert.match(text, /Alleen een houder/)
  assert.doesNotMatch(html, /vervanger"/)
})

test('others see nothing of it', async () => {
  const path = '/netwerk/vervanging'
  for (const me of [town.therapist, town.trustee]) assert.equal((await visit(me, { path })).status, 404)
  assert.doesNotMatch((await visit(town.neighbour, { path })).text, /houder|Buurman/)
  assert.doesNotMatch((await visit(town.head, { path, language: 'en' })).text, /\b(niemand|lijnen|springt)\b/)
})

test('where it was before leads here', async () => {
  assert.equal((await visit(town.head, { path: '/overdracht/lijnen' })).status, 301)
})

test('who takes it herself stands in at once, and is told so; another is asked', async () => {
  const idOf = async (name: string) =>
    (await actingAsKeeper(db, (tx) => tx.select().from(relations).where(eq(relations.name, name))))[0]!
  const { id } = await idOf('Alleen een houder')
  const path = `/overdracht/lijnen/${id}/vervanger`
  const mine = await visit(town.head, { path, fields: { personId: town.head.personId } })
  assert.equal(mine.told, 'Jij springt nu in bij Alleen een houder.')
  // Answered at once; the work that hands it over is in the queue of the house.
  const said = await actingAsKeeper(db, (tx) => tx.select().from(handoverAnswers))
  assert.deepEqual(
    said.map(({ personId, accepted }) => [personId, accepted]),
    [[town.head.personId, true]],
  )
  const [work] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ n: number }>(tx, sql`select count(*)::int as n from outbox where kind = 'handovers.hand'`),
  )
  assert.equal(work?.n, 1)
  const asked = await visit(town.head, { path, fields: { personId: town.teacher.personId } })
  assert.match(asked.told ?? '', /^Gevraagd aan .+\. Je hoort het/)
  assert.equal((await actingAsKeeper(db, (tx) => tx.select().from(handoverAnswers))).length, 1, 'she has to say so')
})
