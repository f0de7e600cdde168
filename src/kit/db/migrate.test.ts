import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import { engine, freshDatabase } from '#test/engine.ts'
import type { Tx } from './database.ts'
import { bringUpToDate } from './migrate.ts'

test(`the ground is laid once, and again as soon as it was made from something else (${engine})`, async () => {
  const db = await freshDatabase()
  const laid: string[] = []
  const asOwner = { execute: async (statement: SQL) => ({ rows: await db.owner(statement) }) } as unknown as Tx
  const script = async (text: string) => {
    laid.push(text)
    throw new Error('laying began')
  }
  await bringUpToDate({ db: asOwner, engine, script })
  assert.deepEqual(laid, [])

  await db.owner(sql`create or replace function house_as_of() returns text language sql as $$ select 'before' $$`)
  await assert.rejects(bringUpToDate({ db: asOwner, engine, script }), /laying began/)
  assert.match(laid.join(), /roles, once per cluster/i)
  await db.owner(sql`drop function house_as_of()`)
  await assert.rejects(bringUpToDate({ db: asOwner, engine, script }), /laying began/)
  assert.equal(laid.length, 2)
})
