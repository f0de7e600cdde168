import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq } from 'drizzle-orm'
import { actingAsKeeper, type Database } from '#kit/db/database.ts'
import { presences } from '#rooms/agenda/door.ts'
import { memberships } from '#rooms/people/door.ts'
import { faces, reasons, relations } from '#rooms/relations/door.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
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
      line('In huis', {}),
      line('Van de buren', { schoolId: town.other, ownerId: null, deputyId: null }),
    ]
    await tx.insert(relations).values(lines)
    const face = (at: number, name: string) => ({
      ...{ schoolId: town.school, relationId: lines[at]!.id, rank: 0, name, days: [], source: 'test' },
    })
    await tx.insert(faces).values([face(0, 'Een'), face(0, 'Twee'), face(1, 'Drie'), face(4, 'Vier'), face(4, 'Vijf')])
    await tx.insert(reasons).values({ schoolId: town.school, relationId: lines[1]!.id, obligation: 'law', motives: [] })
    await tx
      .insert(presences)
      .values({ schoolId: town.school, relationId: lines[4]!.id, weekday: 1, from: '09:00', until: '10:00' })
  })
})

test('silent lines are asked about kindly, without a name of anybody', async () => {
  const { text, queries } = await visit(town.head, { path: '/netwerk/stille-lijntjes' })
  assert.equal(queries, 1)
  assert.match(text, /Buurman[\s\S]*Ja, nog nodig[\s\S]*Houder is weg/)
  assert.doesNotMatch(text, /Alleen een houder|In huis|Van twee kanten|Ineke|Hanna|Van de buren/)
  // Who may not tend them reads, and answers nothing.
  assert.doesNotMatch((await visit(town.teacher, { path: '/netwerk/stille-lijntjes' })).text, /nog nodig Buurman/)
})

test('others see nothing of it', async () => {
  for (const path of ['/netwerk/stille-lijntjes']) {
    for (const me of [town.therapist, town.trustee]) assert.equal((await visit(me, { path })).status, 404)
    assert.doesNotMatch((await visit(town.neighbour, { path })).text, /houder|Buurman/)
    assert.doesNotMatch((await visit(town.head, { path, language: 'en' })).text, /\b(niemand|lijntjes|nodig)\b/)
  }
})
