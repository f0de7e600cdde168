import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { workOnce } from '#kit/jobs/work.ts'
import { deedsBetween, lookAt, type Scope } from '#kit/trail/deeds.ts'
import { isColleague, mayManage, memberships, spaces } from '#rooms/people/door.ts'
import { atWork, workAll } from '#test/at-work.ts'
import { aSmallTown } from '#test/small-town.ts'
import { forgetTakeovers, startTakeover, stopTakeover, type Taker } from './actions.ts'
import { workers as own, takeoverWorker } from './jobs.ts'
import { tellTakeover } from './queries.ts'
import { takeoverRows, takeovers } from './tables.ts'
import { undoTakeover } from './undo/actions.ts'

type Town = Awaited<ReturnType<typeof aSmallTown>>
const scopesOf = (me: Actor, id: string): Scope[] => [
  { table: 'spaces', key: ['school_id', 'id'], where: { school_id: me.organisationId, id } },
]

/** The smallest thing a school can have a list of: rooms. Names that are there already are left. */
const rooms = (hook: (name: string) => void = () => {}): Taker<{ room: string }> => ({
  kind: 'partners',
  may: mayManage,
  async take(tx, me, { room }) {
    hook(room)
    if (room === 'bad') await tx.execute(sql`select ${'x'}::uuid`)
    const [space] = await tx
      .insert(spaces)
      .values({ schoolId: me.organisationId, name: room })
      .onConflictDoNothing()
      .returning()
    if (!space) return { outcome: 'left', because: 'exists' }
    return { outcome: 'added', deeds: deedsBetween([], await lookAt(tx, scopesOf(me, space.id))) }
  },
})
const named = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => ({ name: `Kamer ${from + at}`, said: { room: `Kamer ${from + at}` } }))
const start = async ({ db, head }: Town, rows = named(60), me = head) => {
  const started = await actingAs(db, me, (tx) =>
    startTakeover(tx, me, rooms(), { rows, source: 'lijst', today: '2026-11-21' }),
  )
  assert.ok(started.ok)
  return started
}
const tell = async ({ db, head }: Town, id: string) => {
  const told = await actingAs(db, head, (tx) => tellTakeover(tx, head.organisationId, id))
  assert.ok(told)
  return told
}
const roomsOf = ({ db, head }: Town) => actingAs(db, head, (tx) => tx.select().from(spaces).orderBy(spaces.name))
const allWorkers = ({ db }: Town, taker = rooms()) => ({ ...own(atWork(db)), ...takeoverWorker(atWork(db), taker) })

test('twenty-five rows are in before the page is there; nothing waits', async () => {
  const town = await aSmallTown()
  const { finished, added } = await start(town, named(25))
  assert.deepEqual([finished, added], [true, 25])
  assert.equal(await workAll(town.db, allWorkers(town)), 0)
})

test('a longer list goes in ten at a time, and says how far it is', async () => {
  const town = await aSmallTown()
  const { id, finished } = await start(town)
  assert.equal(finished, false)
  const far: number[] = []
  while (await workOnce(town.db, allWorkers(town))) far.push((await tell(town, id)).counts.added)
  assert.deepEqual(far, [10, 20, 30, 40, 50, 60])
  const { takeover, counts } = await tell(town, id)
  assert.ok(takeover.doneAt)
  assert.deepEqual([counts.added, counts.left, takeover.total], [60, 0, 60])
})

test('who wrote it is who took it over, in a chain that holds; the rows on their way are not in it', async () => {
  const town = await aSmallTown()
  await start(town)
  await workAll(town.db, allWorkers(town))
  const links = await actingAsKeeper(town.db, (tx) =>
    rowsOf<{ person: string; table: string; count: number; broken: unknown }>(
      tx,
      sql`select person_id as person, table_name as table, count(*)::int as count,
          house_trail_broken_at(${town.school}) as broken from trail where person_id is not null
          and table_name in ('spaces', 'takeover_rows') group by 1, 2`,
    ),
  )
  assert.deepEqual(links, [{ person: town.head.personId, table: 'spaces', count: 60, broken: null }])
})

test('killed in the middle it goes on where it was, and brings nothing twice', async () => {
  const town = await aSmallTown()
  const { id } = await start(town)
  await workOnce(town.db, allWorkers(town))
  class Killed extends Error {}
  const dying = allWorkers(
    town,
    rooms((name) => {
      if (name === 'Kamer 13') throw new Killed()
    }),
  )
  assert.equal(await workOnce(town.db, dying), true)
  assert.equal((await roomsOf(town)).length, 10, 'nothing of the batch that was cut off')
  await actingAsKeeper(town.db, (tx) => tx.execute(sql`update outbox set not_before = now() where done_at is null`))
  await workAll(town.db, allWorkers(town))
  assert.equal((await roomsOf(town)).length, 60)
  assert.deepEqual((await tell(town, id)).counts, { added: 60, completed: 0, left: 0, back: 0, kept: 0 })
})

test('the same work done twice, as after a kill that came just too late, does not go on twice', async () => {
  const town = await aSmallTown()
  const { id } = await start(town)
  const work = takeoverWorker(atWork(town.db), rooms())['takeovers.partners']
  await work?.({ school: town.school, takeover: id, from: 0 })
  await work?.({ school: town.school, takeover: id, from: 0 })
  const [{ count } = { count: 0 }] = await actingAsKeeper(town.db, (tx) =>
    rowsOf<{ count: number }>(tx, sql`select count(*)::int as count from outbox where payload ->> 'from' = '10'`),
  )
  assert.deepEqual([count, (await roomsOf(town)).length], [1, 10])
})

test('two of us with the same list at once: every row is there once, and each is told', async () => {
  const town = await aSmallTown()
  const both = await Promise.all([start(town), start(town)])
  const work = () => workAll(town.db, allWorkers(town))
  await Promise.all([work(), work()])
  assert.equal((await roomsOf(town)).length, 60)
  const counts = await Promise.all(both.map(async ({ id }) => (await tell(town, id)).counts))
  assert.equal(counts[0]!.added + counts[1]!.added, 60)
  assert.equal(counts[0]!.left + counts[1]!.left, 60)
})

test('one bad row is left, and says so; the others go in', async () => {
  const town = await aSmallTown()
  const rows = [...named(2), { name: 'Slecht', said: { room: 'bad' } }, ...named(1, 2), ...named(1)]
  const { id, added, left } = await start(town, rows)
  assert.deepEqual([added, left], [3, 2])
  assert.deepEqual(
    (await tell(town, id)).rows.map(({ name, because }) => [name, because]),
    [
      ['Slecht', 'failed'],
      ['Kamer 0', 'exists'],
    ],
  )
})

test('stopped, the rest stays out and is forgotten; what is in can be taken back', async () => {
  const town = await aSmallTown()
  const { db, head } = town
  const { id } = await start(town)
  await workOnce(db, allWorkers(town))
  assert.deepEqual(await actingAs(db, head, (tx) => stopTakeover(tx, head, id)), { ok: true })
  assert.deepEqual(await actingAs(db, head, (tx) => stopTakeover(tx, head, id)), { ok: false, because: 'over' })
  await workAll(db, allWorkers(town))
  assert.equal((await roomsOf(town)).length, 10)
  const waiting = await actingAsKeeper(db, (tx) => rowsOf(tx, sql`select from takeover_rows where said is not null`))
  assert.equal(waiting.length, 0)
  await actingAs(db, head, (tx) => undoTakeover(tx, head, id))
  await workAll(db, allWorkers(town))
  assert.deepEqual(await roomsOf(town), [])
  assert.ok((await tell(town, id)).takeover.undoneAt)
})

test('taken back as one: what it brought goes, what was there before and what somebody changed stays', async () => {
  const town = await aSmallTown()
  const { db, head } = town
  await actingAs(db, head, (tx) => tx.insert(spaces).values({ schoolId: town.school, name: 'Aula' }))
  const { id } = await start(town)
  await workAll(db, allWorkers(town))
  await actingAs(db, head, (tx) => tx.update(spaces).set({ note: 'met beamer' }).where(sql`name = 'Kamer 7'`))
  assert.deepEqual(await actingAs(db, head, (tx) => undoTakeover(tx, head, id)), { ok: true })
  assert.deepEqual(await actingAs(db, head, (tx) => undoTakeover(tx, head, id)), { ok: false, because: 'over' })
  assert.equal(await workAll(db, allWorkers(town)), 6)
  assert.deepEqual(
    (await roomsOf(town)).map(({ name }) => name),
    ['Aula', 'Kamer 7'],
  )
  const { counts, rows } = await tell(town, id)
  assert.deepEqual([counts.back, counts.kept], [59, 1])
  assert.deepEqual(rows, [{ name: 'Kamer 7', because: 'used', undone: 'kept' }])
})

test('who left, or may no longer, brings in nothing more', async () => {
  for (const change of [
    sql`update memberships set until = current_date - 1`,
    sql`update memberships set roles = '{leerkracht}'`,
  ]) {
    const town = await aSmallTown()
    const { id } = await start(town)
    await workOnce(town.db, allWorkers(town))
    await actingAsKeeper(town.db, (tx) => tx.execute(sql`${change} where person_id = ${town.head.personId}`))
    await workAll(town.db, allWorkers(town))
    const [row] = await actingAsKeeper(town.db, (tx) => tx.select().from(takeovers).where(sql`id = ${id}`))
    const count = await actingAsKeeper(town.db, (tx) => tx.select().from(spaces))
    assert.ok(row?.stoppedAt && !row.doneAt)
    assert.equal(count.length, 10)
  }
})

test('who may not is told at once, and nothing is written down', async () => {
  const { db, teacher, school } = await aSmallTown()
  assert.ok(isColleague(teacher))
  const refused = await actingAs(db, teacher, (tx) =>
    startTakeover(tx, teacher, rooms(), { rows: named(2), source: '', today: '2026-11-21' }),
  )
  assert.deepEqual(refused, { ok: false, because: 'not-yours' })
  const rows = await actingAsKeeper(db, (tx) => tx.select().from(takeovers).where(sql`school_id = ${school}`))
  assert.deepEqual(rows, [])
})

test('rows that somebody rewrote in the database are not done in another’s name', async () => {
  const town = await aSmallTown()
  const { db, head } = town
  const { id } = await start(town)
  await actingAs(db, head, (tx) =>
    tx.execute(sql`update takeover_rows set said = '{"room": "Achterdeur"}' where takeover_id = ${id} and at = 3`),
  )
  await workAll(db, allWorkers(town))
  const deed = [{ table: 'memberships', key: { organisation_id: town.school }, was: { roles: ['directeur'] }, now: {} }]
  await actingAs(db, head, (tx) =>
    tx.execute(
      sql`update takeover_rows set deeds = ${JSON.stringify(deed)}::jsonb where takeover_id = ${id} and at = 4`,
    ),
  )
  await actingAs(db, head, (tx) => undoTakeover(tx, head, id))
  await workAll(db, allWorkers(town))
  assert.deepEqual(
    (await tell(town, id)).rows.map(({ name, because }) => [name, because]),
    [
      ['Kamer 3', 'failed'],
      ['Kamer 4', 'unknown'],
    ],
  )
  const heads = await actingAsKeeper(db, (tx) => tx.select().from(memberships).where(sql`'directeur' = any(roles)`))
  assert.equal(heads.length, 2, 'one head at each school')
})

test('thirty days later nothing is remembered of how it came in, and what came in stays', async () => {
  const town = await aSmallTown()
  await start(town, named(3))
  const forget = () => actingAsKeeper(town.db, forgetTakeovers)
  await actingAsKeeper(town.db, (tx) => tx.execute(sql`update takeovers set created_at = now() - interval '29 days'`))
  assert.equal(await forget(), 0)
  await actingAsKeeper(town.db, (tx) => tx.execute(sql`update takeovers set created_at = now() - interval '31 days'`))
  assert.equal(await forget(), 1)
  assert.deepEqual(await actingAsKeeper(town.db, (tx) => tx.select().from(takeoverRows)), [])
  assert.equal((await roomsOf(town)).length, 3)
})
