import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { actingAsKeeper, type Database, rowsOf } from '#kit/db/database.ts'
import type { HouseForWorkers } from '#kit/http/types.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { workOnce } from '#kit/jobs/work.ts'
import { dayOf, dayPlus } from '#kit/time/day.ts'
import { trail } from '#kit/trail/tables.ts'
import { workers as agendaWorkers } from '#rooms/agenda/jobs.ts'
import { workers as handoverWorkers } from '#rooms/handovers/jobs.ts'
import { workers as integrationWorkers } from '#rooms/integrations/jobs.ts'
import { workers as meetingWorkers } from '#rooms/meetings/jobs.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { workers as peopleWorkers } from '#rooms/people/jobs.ts'
import { workers as planWorkers } from '#rooms/plans/jobs.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { workers as relationWorkers } from '#rooms/relations/jobs.ts'
import { workers as requestWorkers } from '#rooms/requests/jobs.ts'
import { workers as sharingWorkers } from '#rooms/sharing/jobs.ts'
import { workers as signalWorkers } from '#rooms/signals/jobs.ts'
import { workers as takeoverWorkers } from '#rooms/takeovers/jobs.ts'
import { workers as tandemWorkers } from '#rooms/tandem/jobs.ts'
import { freshDatabase } from '#test/engine.ts'
import { aSmallTown, somebody } from '#test/small-town.ts'
import { startRetention, workers } from './jobs.ts'

const today = dayOf(new Date())
const waiting = (db: Database, kind: string) =>
  actingAsKeeper(db, (tx) =>
    tx
      .select({ day: sql<string>`${outbox.payload} ->> 'day'` })
      .from(outbox)
      .where(and(eq(outbox.kind, kind), isNull(outbox.doneAt))),
  )
const lent = (db: Database) =>
  ({ asKeeper: (work) => actingAsKeeper(db, work) }) as Pick<HouseForWorkers, 'asKeeper'> as HouseForWorkers

test('however often the house starts, one round waits', async () => {
  const db = await freshDatabase()
  await Promise.all([1, 2, 3].map(() => actingAsKeeper(db, (tx) => startRetention(tx, today))))
  await actingAsKeeper(db, (tx) => startRetention(tx, dayPlus(today, 1)))
  assert.deepEqual(await waiting(db, 'retention'), [{ day: today }])
})

test('a round puts the work of every room ready, and tomorrow’s round once', async () => {
  const db = await freshDatabase()
  await actingAsKeeper(db, (tx) => startRetention(tx, dayPlus(today, -1)))
  const { retention } = workers(lent(db))
  assert.ok(retention)
  assert.equal(await workOnce(db, { retention }), true)
  for (const kind of [
    'people.forget',
    'relations.forget',
    'requests.forget',
    'takeovers.forget',
    'handovers.forget',
    'agenda.forget',
    'meetings.forget',
    'tandem.forget',
    'welcome.forget',
  ])
    assert.equal((await waiting(db, kind)).length, 1, kind)
  assert.deepEqual(await waiting(db, 'retention'), [{ day: dayPlus(today, 1) }])
  await retention({})
  assert.deepEqual(await waiting(db, 'retention'), [{ day: dayPlus(today, 1) }], 'done twice after a crash')
})

test('a whole round: who left a year ago is gone on both sides of the line, and the line stays', async () => {
  const { db, head, school } = await aSmallTown()
  const holder = await somebody(db, school, 'Henk Houder', ['leerkracht'])
  const line = { schoolId: school, id: crypto.randomUUID() }
  await actingAsKeeper(db, async (tx) => {
    await tx.insert(relations).values({ ...line, name: 'De Bieb', levels: [], ownerId: holder.personId })
    const face = { schoolId: school, relationId: line.id, rank: 0, days: [], source: 'lijst.xlsx' }
    const left = dayPlus(today, -370)
    await tx.insert(faces).values([
      { ...face, name: 'Babs Bieb' },
      { ...face, name: 'Vera Vertrokken', mail: 'vera@bieb.example', leftOn: left },
    ])
    await tx.update(people).set({ accountId: null }).where(eq(people.id, holder.personId))
    await tx.update(memberships).set({ until: left }).where(eq(memberships.personId, holder.personId))
    await startRetention(tx, dayPlus(today, -1))
  })
  const house = lent(db)
  const all = {
    ...workers(house),
    ...signalWorkers(house),
    ...tandemWorkers(house),
    ...agendaWorkers(house),
    ...handoverWorkers(house),
    ...planWorkers(house),
    ...peopleWorkers(house),
    ...relationWorkers(house),
    ...takeoverWorkers(house),
    ...requestWorkers(house),
    ...integrationWorkers(house),
    ...meetingWorkers(house),
    ...sharingWorkers(house),
  }
  while (await workOnce(db, all));
  const after = await actingAsKeeper(db, async (tx) => ({
    lines: await tx.select({ name: relations.name, ownerId: relations.ownerId }).from(relations),
    faces: await tx.select({ name: faces.name }).from(faces),
    holder: await tx.$count(people, eq(people.id, holder.personId)),
    told: await tx.$count(trail, sql`${trail.contents}::text like '%Vera%'`),
    undone: await tx.$count(outbox, and(isNull(outbox.doneAt), ne(outbox.kind, 'retention'))),
  }))
  assert.deepEqual(after, {
    ...{ lines: [{ name: 'De Bieb', ownerId: null }], faces: [{ name: 'Babs Bieb' }], holder: 0, told: 0, undone: 0 },
  })
  const [chain] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ at: number | null }>(tx, sql`select house_trail_broken_at(${head.organisationId}) as at`),
  )
  assert.equal(chain?.at, null)
})
