import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { engine, freshDatabase } from '#test/engine.ts'
import { recognise } from './actor.ts'
import { actingAs, actingAsGuest, actingAsKeeper, atOnce, type Database, rowsOf, type Tx } from './database.ts'

// Nothing here is written down: one for all of them.
const db = await freshDatabase()
const nobody = '00000000-0000-4000-8000-000000000000'
const somebody = recognise({ accountId: 'a', personId: nobody, organisationId: nobody, roles: ['directeur'] })
const denied = (error: Error) => /permission denied/.test(String(error.cause ?? error))
const tables = (db: Database) =>
  actingAsKeeper(db, (tx) =>
    rowsOf<{ schema: string; name: string; forced: boolean; keys: number }>(
      tx,
      sql`
    select n.nspname as schema, c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polpermissive) as keys
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('public', 'gate') order by 1, 2`,
    ),
  )

test(`forgetting to act as somebody is denied for every table (${engine})`, async () => {
  const all = await tables(db)
  assert.ok(all.length > 15, 'there are tables to try')
  for (const { schema, name } of all) {
    const forget = async () => db.resting.execute(sql.raw(`select * from ${schema}."${name}"`))
    await assert.rejects(forget, denied, `${schema}.${name}`)
  }
})

test('every table is locked by force, and every lock has a key', async () => {
  for (const { name, forced, keys } of await tables(db)) assert.ok(forced && keys > 0, `${name} has no policy`)
})

test('sign-in reaches its own tables only, and nobody else reaches those', async () => {
  for (const { schema, name } of await tables(db)) {
    const all = sql.raw(`select * from ${schema}."${name}"`)
    if (schema === 'gate') {
      await db.gate.execute(all)
      await assert.rejects(() => actingAs(db, somebody, (tx) => rowsOf(tx, all)), denied, `${name} for a member`)
      await assert.rejects(() => actingAsKeeper(db, (tx) => rowsOf(tx, all)), denied, `${name} for the keeper`)
    } else {
      await assert.rejects(async () => db.gate.execute(all), denied, `${name} for sign-in`)
    }
  }
})

test('a guest is denied every table for which no policy was written for guests', async () => {
  const open = await actingAsKeeper(db, (tx) =>
    rowsOf<{ name: string }>(
      tx,
      sql`select distinct tablename as name from pg_policies where roles @> array['house_guest'::name]`,
    ),
  )
  for (const { schema, name } of await tables(db)) {
    if (open.some((one) => one.name === name)) continue
    const all = sql.raw(`select * from ${schema}."${name}"`)
    await assert.rejects(() => actingAsGuest(db, 'key', (tx) => rowsOf(tx, all)), denied, `${name} for a guest`)
  }
})

test('who one was is forgotten at the end of the transaction', async () => {
  await actingAs(db, somebody, (tx) => rowsOf(tx, sql`select 1`))
  const [left] = await db.transaction((tx: Tx) =>
    rowsOf<{ person: string | null; role: string }>(
      tx,
      sql`select nullif(current_setting('house.person', true), '') as person, current_user::text as role`,
    ),
  )
  assert.deepEqual(left, { person: null, role: 'house_rest' })
})

test('questions at once: each gets its own answer', async () => {
  const one = (n: number) =>
    actingAs(db, somebody, async (tx) => (await rowsOf<{ n: number }>(tx, sql`select ${n}::int as n`))[0]!.n)
  assert.deepEqual(await atOnce({ first: one(1), none: undefined, second: one(2) }), {
    first: 1,
    none: undefined,
    second: 2,
  })
  const together = await actingAs(db, somebody, (tx) =>
    atOnce({ a: rowsOf<{ n: number }>(tx, sql`select 1 as n`), b: rowsOf<{ n: number }>(tx, sql`select 2 as n`) }),
  )
  assert.deepEqual([together.a[0]?.n, together.b[0]?.n], [1, 2])
})

test('questions at once, of which one fails: it is known which, nothing comes after the end, and the next can go on', async () => {
  let answered = 0
  const counted = async (tx: Tx, question: ReturnType<typeof sql>) => {
    try {
      return await rowsOf(tx, question)
    } finally {
      answered += 1
    }
  }
  const asked = actingAs(db, somebody, (tx) =>
    atOnce({
      good: counted(tx, sql`select 1`),
      bad: counted(tx, sql`select 1 / 0`),
      after: counted(tx, sql`select 2`),
    }),
  )
  await assert.rejects(asked, (error: Error) => /division by zero/.test(String(error.cause ?? error)))
  assert.equal(answered, 3)
  assert.equal((await actingAs(db, somebody, (tx) => rowsOf(tx, sql`select 3`))).length, 1)
})

test('what comes when a transaction is over runs as nobody else', async () => {
  const kept: Tx[] = []
  await assert.rejects(
    actingAs(db, somebody, (tx) => {
      kept.push(tx)
      throw new Error('it ended early')
    }),
  )
  await actingAs(db, somebody, async (tx) => {
    await rowsOf(tx, sql`select 1`)
    await assert.rejects(rowsOf(kept[0]!, sql`select current_setting('house.person')`))
  })
})

test('every row of a school begins with the school: primary keys, references and unique indexes', async () => {
  const loose = await actingAsKeeper(db, (tx) =>
    rowsOf<{ table: string; index: string }>(
      tx,
      sql`
    select c.relname as table, ic.relname as index from pg_index i
    join pg_class c on c.oid = i.indrelid join pg_class ic on ic.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute first on first.attrelid = c.oid and first.attnum = i.indkey[0]
    where (i.indisunique or i.indisprimary) and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id') and first.attname <> 'school_id'`,
    ),
  )
  assert.deepEqual(loose, [])
  const references = await actingAsKeeper(db, (tx) =>
    rowsOf(
      tx,
      sql`
    select k.conname from pg_constraint k
    where k.contype = 'f'
      and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'school_id')
      and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'school_id')
      and (select attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) <> 'school_id'`,
    ),
  )
  assert.deepEqual(references, [])
})

test('where one policy leads to the next, what must exist is planned once', async () => {
  const [row] = await actingAsKeeper(db, (tx) =>
    rowsOf<{ leading: number; twice: string[] | null }>(
      tx,
      sql`with rules as (
            select p.oid, p.polrelid, p.polcmd, p.polroles, p.polrelid::regclass || ': ' || p.polname as name,
              concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as rule from pg_policy p)
          select count(*)::int as leading,
            array_agg(name) filter (where regexp_count(rule, 'EXISTS \\(') <> regexp_count(rule, 'OFFSET 0')) as twice
          from rules where rule like '%EXISTS (%'
            and exists (select from pg_attribute where attrelid = polrelid and attname = 'school_id') and exists (
            select from pg_depend d join rules next on next.polrelid = d.refobjid and next.polrelid <> rules.polrelid and next.polroles && rules.polroles
            where d.classid = 'pg_policy'::regclass and d.objid = rules.oid and d.refclassid = 'pg_class'::regclass
              and next.polcmd in ('r', '*') and next.rule like '%EXISTS (%')`,
    ),
  )
  assert.ok(row!.leading > 20, String(row!.leading))
  assert.equal(row!.twice, null)
})
