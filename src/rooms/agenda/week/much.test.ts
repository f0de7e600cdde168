import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import type { Inside } from '#kit/http/types.ts'
import { relations } from '#rooms/relations/door.ts'
import { aSmallTown } from '#test/small-town.ts'
import { visits } from '#test/visit.tsx'
import { addPresence } from '../actions.ts'
import { inside as proposals } from '../proposals/routes.tsx'
import { inside } from './routes.tsx'

/** More than the planner takes, from whoever may say it: the school's week stays open. */
let town: Awaited<ReturnType<typeof aSmallTown>>
let visit: ReturnType<typeof visits>
let line = ''
let group = ''

before(async () => {
  town = await aSmallTown()
  visit = visits(town.db, new Hono<Inside>().route('/', inside).route('/', proposals))
  await actingAsKeeper(town.db, async (tx) => {
    const [made] = await tx
      .insert(relations)
      .values({ schoolId: town.school, name: 'Logo', levels: [], organisationId: town.partner })
      .returning()
    line = made!.id
    const [first] = await rowsOf<{ id: string }>(
      tx,
      sql`insert into groups (school_id, name, years) values (${town.school}, '4A', '{4}') returning id`,
    )
    group = first!.id
  })
})

const week = () => visit(town.teacher, { path: '/rooster' })
const session = (pupils: string) =>
  visit(town.ib, {
    path: '/rooster/sessies',
    fields: { relationId: line, minutes: '30', times: '1', place: 'own', [`groep-${group}`]: pupils },
  })

test('a partner who comes at a hundred hours and more does not close the week of the school', async () => {
  assert.equal((await session('2')).status, 303)
  await actingAs(town.db, town.therapist, async (tx) => {
    for (let nth = 0; nth < 25; nth++) {
      const [from, until] = [`08:${10 + nth}`, `09:${10 + nth}`]
      const said = { weekdays: [1, 2, 3, 4, 5], from, until, spaceId: null, what: null }
      assert.ok((await addPresence(tx, town.therapist, line, said)).ok)
    }
  })
  assert.equal((await week()).status, 200)
  assert.equal((await visit(town.ib, { path: '/rooster/weekvoorstellen', fields: {} })).status, 303)
})

test('who asks for a week again and again is shown the one under way', async () => {
  const ask = async () => (await visit(town.ib, { path: '/rooster/weekvoorstellen', fields: {} })).location
  const waits = () =>
    actingAsKeeper(town.db, (tx) => rowsOf<{ id: string }>(tx, sql`select id from outbox where kind = 'agenda.plan'`))
  const first = await ask()
  assert.ok(first)
  for (let nth = 0; nth < 5; nth++) assert.equal(await ask(), first)
  assert.equal((await waits()).length, 1)
  await actingAsKeeper(town.db, (tx) => tx.execute(sql`update week_plans set done_at = now()`))
  assert.notEqual(await ask(), first)
})

test('no pupils is no group, however many noughts are typed', async () => {
  assert.equal((await session('00')).status, 422)
  assert.equal((await week()).status, 200)
})

test('a lesson may be called after anything', async () => {
  const [one] = await actingAs(town.db, town.ib, (tx) =>
    rowsOf<{ id: string }>(tx, sql`select id from sessions where school_id = ${town.school} limit 1`),
  )
  await actingAsKeeper(town.db, async (tx) => {
    await tx.execute(sql`insert into lessons (school_id, group_id, weekday, "from", until, subject, protected)
      values (${town.school}, ${group}, 1, '08:00', '12:00', 'Constructor', false)`)
    await tx.execute(sql`insert into placements (school_id, session_id, weekday, "from", since, by_hand)
      values (${town.school}, ${one!.id}, 1, '09:00', '2026-10-05', true)`)
  })
  assert.equal((await week()).status, 200)
})
