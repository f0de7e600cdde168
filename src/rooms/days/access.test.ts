import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsGuest, rowsOf } from '#kit/db/database.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { addDay, removeDay, sayRegion } from './actions.ts'
import { closedBetween, isOpenOn } from './queries.ts'

let town: Awaited<ReturnType<typeof aSmallTown>>
let day = ''
const study = { kind: 'study' as const, title: 'Rekenen', from: '2026-11-24', until: null }
const as = (who: Actor, statement: SQL) => actingAs(town.db, who, (tx) => rowsOf<{ id: string }>(tx, statement))
const denied = (work: Promise<unknown>) =>
  assert.rejects(work, (error: Error & { cause?: { code?: string } }) => error.cause?.code === '42501')
const insert = (who: Actor, school = who.organisationId) =>
  as(
    who,
    sql`insert into school_days (school_id, kind, title, "from", until)
    values (${school}, 'event', 'x', '2026-12-01', '2026-12-01') returning id`,
  )

before(async () => {
  town = await aSmallTown()
  const added = await actingAs(town.db, town.head, (tx) => addDay(tx, town.head, study))
  assert.ok(added.ok)
  day = added.id
})

test(`colleagues see the year, planners change it, others see nothing (${engine})`, async () => {
  const all = sql`select id from school_days`
  for (const who of [town.head, town.teacher, town.ib]) assert.equal((await as(who, all)).length, 1)
  for (const who of [town.neighbour, town.therapist, town.trustee]) {
    assert.equal((await as(who, all)).length, 0)
    assert.equal((await as(who, sql`delete from school_days returning id`)).length, 0)
  }
  await denied(insert(town.teacher))
  await denied(insert(town.neighbour, town.school))
  await denied(insert(town.therapist))
  assert.equal((await as(town.teacher, sql`update school_days set title = 'y' returning id`)).length, 0)
  assert.equal((await as(town.teacher, sql`delete from school_days returning id`)).length, 0)
  assert.deepEqual(await actingAsGuest(town.db, '', (tx) => rowsOf(tx, all)), [])
  await denied(as(town.teacher, sql`insert into school_regions (school_id, region) values (${town.school}, 'noord')`))
})

test('the actions refuse the same, and say why', async () => {
  const { teacher, neighbour, therapist, db } = town
  for (const who of [teacher, therapist]) {
    assert.deepEqual(await actingAs(db, who, (tx) => addDay(tx, who, study)), { ok: false, because: 'not-yours' })
    assert.deepEqual(await actingAs(db, who, (tx) => sayRegion(tx, who, 'noord')), { ok: false, because: 'not-yours' })
    assert.deepEqual(await actingAs(db, who, (tx) => removeDay(tx, who, day)), { ok: false, because: 'not-yours' })
  }
  assert.deepEqual(await actingAs(db, neighbour, (tx) => removeDay(tx, neighbour, day)), {
    ok: false,
    because: 'not-found',
  })
})

test('one question says whether a day is a school day, the same as the rules', async () => {
  const { db, head, school } = town
  const open = (on: string) =>
    actingAs(db, head, (tx) => rowsOf<{ open: boolean }>(tx, sql`select ${isOpenOn(school, on)} as open`))
  const both = async (on: string) => {
    const closed = await actingAs(db, head, (tx) => closedBetween(tx, school, { from: on, until: on }))
    const [row] = await open(on)
    assert.equal(row?.open, closed.length === 0, on)
    return closed.length === 0
  }
  assert.equal(await both('2026-11-24'), false, 'a study day')
  assert.equal(await both('2026-11-25'), true)
  assert.equal(await both('2026-10-19'), true, 'no region known yet')
  assert.equal(await both('2027-03-29'), false, 'Easter Monday')
  await actingAs(db, head, (tx) => sayRegion(tx, head, 'zuid'))
  assert.equal(await both('2026-10-19'), false, 'autumn holiday in Zuid')
  await actingAs(db, head, (tx) => addDay(tx, head, { ...study, kind: 'open', from: '2026-10-19' }))
  assert.equal(await both('2026-10-19'), true, 'this school is open')
})
