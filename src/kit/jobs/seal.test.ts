import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAs, actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { aSmallTown } from '#test/small-town.ts'
import { isOurs, sealOf, sealWorkWith } from './seal.ts'
import { outbox } from './tables.ts'
import { enqueue, workOnce } from './work.ts'

test('work that somebody writes in the database herself is never done', async () => {
  const { db, teacher } = await aSmallTown()
  const did: unknown[] = []
  const workers = { mail: async (payload: unknown) => void did.push(payload) }
  await actingAs(db, teacher, (tx) =>
    tx.execute(sql`insert into outbox (kind, payload) values ('mail', '{"to": "anybody@else.example"}')`),
  )
  await actingAs(db, teacher, (tx) =>
    tx.execute(sql`insert into outbox (kind, payload, seal) values ('mail', '{"to": "a@b.example"}', 'guess')`),
  )
  assert.equal(await workOnce(db, workers), true)
  assert.equal(await workOnce(db, workers), true)
  assert.equal(await workOnce(db, workers), false)
  assert.deepEqual(did, [])
  const rows = await actingAsKeeper(db, (tx) => tx.select().from(outbox))
  assert.ok(rows.every((row) => row.gaveUpAt && row.payload === null && row.lastError === 'not sealed by this house'))
})

test('what she asks for by the house’s own hand is done, as she asked it', async () => {
  const { db, teacher } = await aSmallTown()
  const did: unknown[] = []
  const letter = { to: 'a@b.example', deep: { b: [1, { z: 1, a: null }], a: 'é ’' }, left: undefined }
  await actingAs(db, teacher, (tx) => enqueue(tx, 'mail', letter))
  await workOnce(db, { mail: async (payload) => void did.push(payload) })
  assert.deepEqual(did, [JSON.parse(JSON.stringify(letter))])
})

test('a seal is good for one row, and for what it was put on', async () => {
  const work = { id: '1', kind: 'mail', payload: { to: 'a' } }
  const seal = sealOf(work)
  assert.ok(isOurs({ ...work, seal }))
  for (const other of [{ id: '2' }, { kind: 'retention' }, { payload: { to: 'b' } }, { seal: null }, { seal: '' }])
    assert.ok(!isOurs({ ...work, seal, ...other }))
})

test('a member cannot read a seal to use it again', async () => {
  const { db, teacher } = await aSmallTown()
  await assert.rejects(actingAs(db, teacher, (tx) => rowsOf(tx, sql`select seal from outbox`)))
})

test('with another secret nothing of before is done; with the same one everything', async () => {
  const work = { id: '1', kind: 'mail', payload: { to: 'a' } }
  sealWorkWith('one secret of a house, long enough')
  const seal = sealOf(work)
  sealWorkWith('another secret of a house, also long')
  assert.ok(!isOurs({ ...work, seal }))
  sealWorkWith('one secret of a house, long enough')
  assert.ok(isOurs({ ...work, seal }))
})
