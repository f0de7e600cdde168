import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsAccount, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { engine } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { whoIsThis } from './queries.ts'

type Town = Awaited<ReturnType<typeof aSmallTown>>
const everyone = ['head', 'teacher', 'ib', 'neighbour', 'therapist', 'trustee'] as const
type Name = (typeof everyone)[number]

/** Tries one statement as each; who got at least one row through? Each try is rolled back. */
async function whoCan(town: Town, statement: (me: Actor) => SQL): Promise<Name[]> {
  const able: Name[] = []
  for (const name of everyone) {
    const me = town[name]
    const done = await actingAs(town.db, me, async (tx) => {
      const rows = await rowsOf(tx, statement(me))
      throw new Done(rows.length)
    }).catch((error: unknown) => (error instanceof Done ? error.rows : 0))
    if (done > 0) able.push(name)
  }
  return able
}

class Done extends Error {
  rows: number
  constructor(rows: number) {
    super('rolled back on purpose')
    this.rows = rows
  }
}

const furniture = [
  {
    table: 'groups',
    column: 'name',
    row: (school: string) =>
      sql`insert into groups (school_id, name, years) values (${school}, 'X', '{1}') returning 1`,
  },
  {
    table: 'spaces',
    column: 'name',
    row: (school: string) => sql`insert into spaces (school_id, name) values (${school}, 'X') returning 1`,
  },
  {
    table: 'bell_times',
    column: 'part',
    row: (school: string) =>
      sql`insert into bell_times (school_id, weekday, "from", until, part) values (${school}, 5, '09:00', '10:00', 'lesson') returning 1`,
  },
]

for (const { table, column, row } of furniture)
  test(`${table}: our people see them, managers arrange them, nobody else knows (${engine})`, async () => {
    const town = await aSmallTown()
    await actingAsKeeper(town.db, (tx) => tx.execute(row(town.school)))
    const [name, what] = [sql.identifier(table), sql.identifier(column)]
    assert.deepEqual(await whoCan(town, () => sql`select 1 from ${name} where school_id = ${town.school}`), [
      'head',
      'teacher',
      'ib',
    ])
    assert.deepEqual(
      await whoCan(town, () => sql`update ${name} set ${what} = ${what} where school_id = ${town.school} returning 1`),
      ['head'],
    )
    assert.deepEqual(await whoCan(town, () => sql`delete from ${name} where school_id = ${town.school} returning 1`), [
      'head',
    ])
    await actingAsKeeper(town.db, (tx) => tx.execute(sql`delete from ${name}`))
    assert.deepEqual(await whoCan(town, () => row(town.school)), ['head'])
    assert.deepEqual(
      await whoCan(town, () => sql`insert into spaces (school_id, name) values (${town.other}, 'X') returning 1`),
      ['neighbour'],
    )
  })

test('people are seen through a shared organisation only', async () => {
  const town = await aSmallTown()
  const sees = (id: string) => whoCan(town, () => sql`select 1 from people where id = ${id}`)
  assert.deepEqual(await sees(town.teacher.personId), ['head', 'teacher', 'ib'])
  assert.deepEqual(await sees(town.neighbour.personId), ['neighbour'])
  assert.deepEqual(await sees(town.therapist.personId), ['therapist'])
})

test('who has an account tends her own row; managers tend whom they noted, and only those', async () => {
  const town = await aSmallTown()
  const rename = (id: string) => whoCan(town, () => sql`update people set name = 'X' where id = ${id} returning 1`)
  assert.deepEqual(await rename(town.teacher.personId), ['teacher'])
  const [noted] = await actingAsKeeper(town.db, (tx) =>
    rowsOf<{ id: string }>(
      tx,
      sql`insert into people (name, source, noted_by) values ('Nieuw', 'lijst', ${town.school}) returning id`,
    ),
  )
  assert.deepEqual(await rename(noted!.id), ['head'])
  assert.deepEqual(await whoCan(town, () => sql`delete from people where id = ${noted!.id} returning 1`), ['head'])
  assert.deepEqual(
    await whoCan(town, () => sql`delete from people where id = ${town.teacher.personId} returning 1`),
    [],
  )
})

test('nobody takes another account, or a role, for herself', async () => {
  const town = await aSmallTown()
  assert.deepEqual(
    await whoCan(
      town,
      () => sql`update people set account_id = 'stolen' where id = ${town.teacher.personId} returning 1`,
    ),
    [],
  )
  assert.deepEqual(
    await whoCan(
      town,
      () => sql`update memberships set roles = '{directeur}' where person_id = ${town.teacher.personId} returning 1`,
    ),
    ['head'],
  )
  assert.deepEqual(
    await whoCan(
      town,
      (me) =>
        sql`insert into memberships (organisation_id, person_id, roles, days) values (${town.school}, ${me.personId}, '{directeur}', '{}') on conflict do nothing returning 1`,
    ),
    [],
  )
})

test('public facts are seen by all, and changed by their own organisation only', async () => {
  const town = await aSmallTown()
  assert.deepEqual(await whoCan(town, () => sql`select 1 from organisations where id = ${town.partner}`), [...everyone])
  assert.deepEqual(
    await whoCan(town, () => sql`update organisations set phone = '1' where id = ${town.partner} returning 1`),
    ['therapist'],
  )
  assert.deepEqual(
    await whoCan(town, () => sql`update organisations set phone = '1' where id = ${town.school} returning 1`),
    ['head'],
  )
  assert.deepEqual(await whoCan(town, () => sql`delete from organisations where id = ${town.other} returning 1`), [])
  assert.deepEqual(
    await whoCan(
      town,
      () => sql`insert into organisations (kind, name, source) values ('school', 'Vals', 'duo') returning 1`,
    ),
    [],
  )
})

test('a leaver is out the day after her last day', async () => {
  const town = await aSmallTown()
  const places = async (today: string) =>
    (await actingAsAccount(town.db, town.teacher.accountId, (tx) => whoIsThis(tx, town.teacher.accountId, today)))
      ?.places.length
  await actingAsKeeper(town.db, (tx) =>
    tx.execute(
      sql`update memberships set "from" = '2026-08-01', until = '2026-11-20' where person_id = ${town.teacher.personId}`,
    ),
  )
  assert.deepEqual(
    [await places('2026-07-31'), await places('2026-08-01'), await places('2026-11-20'), await places('2026-11-21')],
    [0, 1, 1, 0],
  )
})

test('an account that is nobody yet sees nothing but itself', async () => {
  const town = await aSmallTown()
  const seen = (table: string) =>
    actingAsAccount(town.db, 'unknown', (tx) => rowsOf(tx, sql`select 1 from ${sql.identifier(table)}`))
  for (const table of [
    'people',
    'memberships',
    'groups',
    'relations',
    'faces',
    'reasons',
    'presences',
    'answers',
    'routes',
    'invitations',
  ])
    assert.equal((await seen(table)).length, 0, table)
  await assert.rejects(seen('trail'), (error: { cause?: { code?: string } }) => error.cause?.code === '42501')
})
