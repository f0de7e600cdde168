import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PGlite } from '@electric-sql/pglite'
import { type SQL, sql } from 'drizzle-orm'
import { engine, freshDatabase, type TestDatabase } from '#test/engine.ts'
import { actingAsKeeper, type Tx } from './database.ts'
import { bringUpToDate } from './migrate.ts'
import { openPostgres } from './postgres.ts'

/** One statement at a time, as whoever owns the database. */
const asOwner = (db: TestDatabase) =>
  ({ execute: async (statement: SQL) => ({ rows: await db.owner(statement) }) }) as unknown as Tx

test(`the ground is laid once, and again as soon as it was made from something else (${engine})`, async () => {
  const db = await freshDatabase()
  const laid: string[] = []
  const script = async (text: string) => {
    laid.push(text)
    throw new Error('laying began')
  }
  const open = () => bringUpToDate({ db: asOwner(db), engine, script })
  await open()
  assert.deepEqual(laid, [])

  const changes = [
    sql`create or replace function house_as_of() returns text language sql as $$ select 'before' $$`,
    sql`drop function house_as_of()`,
  ]
  for (const change of changes) {
    await db.owner(change)
    await assert.rejects(open(), /laying began/)
  }
  assert.equal(laid.length, 2)
  assert.match(laid.join(), /roles, once per cluster/i)
})

test(`it is laid again as soon as one grant is another than it was laid, on whatever it stood (${engine})`, async () => {
  const db = await freshDatabase()
  const script = () => Promise.reject(new Error('laying began'))
  const open = () => bringUpToDate({ db: asOwner(db), engine, script })
  const changes = [
    ['revoke select on relations from house_member', 'grant select on relations to house_member'],
    ['revoke update (voted) on poll_voters from house_guest', 'grant update (voted) on poll_voters to house_guest'],
    ['grant usage on schema gate to house_member', 'revoke usage on schema gate from house_member'],
    ['grant execute on function house_as_of() to public', 'revoke execute on function house_as_of() from public'],
    ['alter function house_trail() owner to house_keeper', 'alter function house_trail() owner to house_scribe'],
  ] as const
  for (const [there, back] of changes) {
    await db.owner(sql.raw(there))
    await assert.rejects(open(), /laying began/, there)
    await db.owner(sql.raw(back))
  }
})

test(`a database that was moved without its grants has them when it is opened, and no more than it had (${engine})`, async () => {
  const db = await freshDatabase()
  const held = () =>
    db.owner(sql`select table_name, grantee, privilege_type from information_schema.table_privileges
      where table_schema in ('public', 'gate') and grantee like 'house%' order by 1, 2, 3`)
  const before = await held()
  assert.ok(before.length > 100, `${before.length} grants`)
  // As `pg_dump --no-privileges` leaves it: nobody but the owner may anything on a table, everybody may run a function.
  await db.owner(sql`do $$
    declare role text;
    begin
      foreach role in array array['house_rest', 'house_member', 'house_keeper', 'house_guest', 'house_gate', 'house_scribe'] loop
        execute format('revoke all on all tables in schema public, gate from %I', role);
        execute format('revoke all on all sequences in schema public, gate from %I', role);
        execute format('revoke all on all functions in schema public from %I', role);
        execute format('revoke all on schema public, gate from %I', role);
      end loop;
      grant execute on all functions in schema public to public;
      grant usage on schema public to public;
    end $$`)
  const read = () => actingAsKeeper(db, (tx) => tx.execute(sql`select from relations`))
  await assert.rejects(read(), /./)

  await openForReal(db)
  await read()
  assert.deepEqual(await held(), before)
  const script = () => Promise.reject(new Error('laying began'))
  await bringUpToDate({ db: asOwner(db), engine, script })
})

async function openForReal(db: TestDatabase) {
  if (engine === 'postgres') {
    const [named] = (await db.owner(sql`select current_database() as name`)) as { name: string }[]
    const as = (login: string) =>
      Object.assign(new URL(process.env['TEST_POSTGRES_URL'] ?? ''), { username: login, pathname: named?.name }).href
    return (await openPostgres({ serving: as('house_login'), owner: as('postgres') })).close()
  }
  const { $client } = db.resting as unknown as { $client: PGlite }
  await $client.exec('reset role')
  await bringUpToDate({ db: db.resting, engine, script: (text) => $client.exec(text) })
  await $client.exec('set role house_rest')
}
