import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, type Database, rowsOf } from '#kit/db/database.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces, reasons, relations } from '#rooms/relations/door.ts'
import { atWork, workAll } from '#test/at-work.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { answer } from '../actions.ts'
import { workers } from '../jobs.ts'
import { askedOfMe } from '../queries.ts'
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

const path = '/netwerk/vervanging'
const now = new Date('2026-11-21T11:00:00Z')
const lineOf = async (name: string) =>
  (await actingAsKeeper(db, (tx) => tx.select().from(relations).where(eq(relations.name, name))))[0]!
const ask = (id: string, { personId }: Actor) =>
  visit(town.head, { path: `/overdracht/lijnen/${id}/vervanger`, fields: { personId } })
const toHandOn = () =>
  actingAsKeeper(db, (tx) => rowsOf(tx, sql`select from outbox where kind = 'handovers.hand' and done_at is null`))

test('another is asked; between her yes and the line that says so, the page says that it comes', async () => {
  const { id } = await lineOf('Alleen een houder')
  assert.match((await ask(id, town.teacher)).told, /^Gevraagd aan Joris Juf\. Je hoort het/)
  assert.match((await visit(town.head, { path })).text, /niemand springt in · gevraagd aan Joris Juf/)
  assert.equal((await toHandOn()).length, 0, 'she has to say so')
  const [item] = await actingAs(db, town.teacher, (tx) => askedOfMe(tx, town.teacher))
  await actingAs(db, town.teacher, (tx) => answer(tx, town.teacher, item!.id, { accepted: true, note: null, now }))
  const { text, html } = await visit(town.head, { path })
  assert.match(text, /Ineke Begeleider · Joris Juf zei ja, wordt bijgewerkt/)
  assert.doesNotMatch(text, /niemand springt in/)
  assert.doesNotMatch(html, /vervanger"/)
})

test('who takes it herself stands in from that moment: the next page says so, whatever waits in the queue', async () => {
  const { id } = await lineOf('Alleen een houder')
  const waiting = (await toHandOn()).length
  assert.equal((await ask(id, town.head)).told, 'Jij springt nu in bij Alleen een houder.')
  assert.equal((await toHandOn()).length, waiting, 'nothing is left to be done')
  assert.match((await visit(town.head, { path })).text, /Alleen een houder de wet [^·]*Ineke Begeleider, Hanna Hoofd/)
  assert.equal((await ask(id, town.head)).told, 'Jij springt nu in bij Alleen een houder.', 'pressed twice')
  await workAll(db, workers(atWork(db)))
  assert.equal((await lineOf('Alleen een houder')).deputyId, town.head.personId, 'who said yes later came too late')
  assert.equal((await ask(id, town.teacher)).status, 404)
})

test('who stood in and has left is followed by whoever takes it, and by whoever says yes', async () => {
  const { id, name } = await lineOf('Van twee kanten gedekt')
  const leaves = (line: string) =>
    actingAsKeeper(db, async (tx) => {
      const [left] = await tx.select().from(people).where(eq(people.name, 'Lena Vertrokken'))
      await tx.update(relations).set({ deputyId: left!.id }).where(eq(relations.id, line))
    })
  await leaves(id)
  assert.equal((await ask(id, town.head)).told, `Jij springt nu in bij ${name}.`)
  assert.equal((await lineOf(name)).deputyId, town.head.personId)
  await leaves(id)
  await ask(id, town.teacher)
  const [item] = await actingAs(db, town.teacher, (tx) => askedOfMe(tx, town.teacher))
  await actingAs(db, town.teacher, (tx) => answer(tx, town.teacher, item!.id, { accepted: true, note: null, now }))
  await workAll(db, workers(atWork(db)))
  assert.equal((await lineOf(name)).deputyId, town.teacher.personId)
})
