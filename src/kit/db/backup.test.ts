import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { emptyEmbedded, freshDatabase } from '#test/engine.ts'
import { aSmallTown } from '#test/small-town.ts'
import { backUp, type Line, restore } from './backup.ts'
import { actingAs, actingAsKeeper, type Database, rowsOf } from './database.ts'

const allOf = async (db: Database) => {
  const lines: Line[] = []
  for await (const line of backUp(db, new Date(0))) lines.push(line)
  return lines
}

test('a backup restores to the same content, also from the embedded database to the other engine and back', async () => {
  const { db, head } = await aSmallTown()
  await actingAs(db, head, (tx) =>
    tx.execute(
      sql`insert into spaces (school_id, name, note) values (${head.organisationId}, 'Spréèkkamer "1"', E'twee\nregels')`,
    ),
  )
  await db.gate.execute(
    sql`insert into gate."user" (id, name, email) values ('u1', 'Hanna', 'hanna@regenboog.example')`,
  )
  const made = await allOf(db)
  assert.ok(made.length > 15)

  for (const other of [await freshDatabase(), await emptyEmbedded()]) {
    const outcome = await restore(other, made)
    assert.deepEqual(outcome, { ok: true, rows: made.length - 1 })
    assert.deepEqual(await allOf(other), made)
    const [row] = await actingAsKeeper(other, (tx) =>
      rowsOf<{ at: null }>(tx, sql`select house_trail_broken_at(${head.organisationId}) as at`),
    )
    assert.equal(row?.at, null, 'the trail holds after restoring')
  }
})

test('a backup is refused where there is data, and a stranger is no backup', async () => {
  const { db } = await aSmallTown()
  const made = await allOf(db)
  const outcome = await restore(db, made)
  assert.equal(outcome.ok === false && outcome.because, 'not-empty')
  assert.deepEqual(await restore(await freshDatabase(), [{ table: 'x', row: {} }]), {
    ok: false,
    because: 'not-a-backup',
  })
})
