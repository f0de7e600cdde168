import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAsKeeper, type Database, rowsOf } from '#kit/db/database.ts'
import { freshDatabase } from '#test/engine.ts'
import { enqueue, keepWorking, slowly, workOnce } from './work.ts'

const jobs = (db: Database) =>
  actingAsKeeper(db, (tx) =>
    rowsOf<{ kind: string; done: boolean; attempts: number; payload: unknown; last_error: string | null }>(
      tx,
      sql`select kind, done_at is not null as done, attempts, payload, last_error from outbox order by enqueued_at`,
    ),
  )

test('work is done once, and what it carried is emptied', async () => {
  const db = await freshDatabase()
  const did: unknown[] = []
  await actingAsKeeper(db, (tx) => enqueue(tx, 'greet', { to: 'anouk' }))
  const workers = { greet: async (payload: unknown) => void did.push(payload) }
  assert.equal(await workOnce(db, workers), true)
  assert.equal(await workOnce(db, workers), false)
  assert.deepEqual(did, [{ to: 'anouk' }])
  assert.deepEqual(await jobs(db), [{ kind: 'greet', done: true, attempts: 1, payload: null, last_error: null }])
})

test('work of a transaction that failed was never there', async () => {
  const db = await freshDatabase()
  await assert.rejects(
    actingAsKeeper(db, async (tx) => {
      await enqueue(tx, 'greet', {})
      throw new Error('no')
    }),
  )
  assert.equal(await workOnce(db, {}), false)
})

test('work that fails waits and is tried again, and keeps what it carries', async () => {
  const db = await freshDatabase()
  await actingAsKeeper(db, (tx) => enqueue(tx, 'greet', { to: 'anouk' }))
  const failing = { greet: () => Promise.reject(new Error('busy')) }
  assert.equal(await workOnce(db, failing), true)
  assert.equal(await workOnce(db, failing), false, 'not at once')
  const [job] = await jobs(db)
  assert.deepEqual([job?.done, job?.attempts, job?.last_error], [false, 1, 'Error: busy'])
  await actingAsKeeper(db, (tx) => tx.execute(sql`update outbox set not_before = now() - interval '1 second'`))
  assert.equal(await workOnce(db, { greet: async () => {} }), true)
  assert.equal((await jobs(db))[0]?.done, true)
})

test('two workers never do the same work', async () => {
  const db = await freshDatabase()
  await actingAsKeeper(db, async (tx) => {
    for (let i = 0; i < 12; i += 1) await enqueue(tx, 'count', { i })
  })
  const did: number[] = []
  const workers = { count: async (payload: Record<string, unknown>) => void did.push(payload['i'] as number) }
  const work = async () => {
    while (await workOnce(db, workers));
  }
  await Promise.all([work(), work(), work()])
  assert.deepEqual(
    did.sort((a, b) => a - b),
    Array.from({ length: 12 }, (_, i) => i),
  )
})

test('while much waits, others are let in', async () => {
  const db = await freshDatabase()
  await actingAsKeeper(db, async (tx) => {
    for (let i = 0; i < 20; i += 1) await enqueue(tx, 'count', { i })
  })
  let did = 0
  const count = async () => {
    did += 1
  }
  const worker = keepWorking(db, { count })
  await new Promise((resolve) => setTimeout(resolve, 1))
  assert.ok(did < 20, `${did} were done before anybody else had a turn`)
  await worker.stop()
})

test('a letter does not wait for work that takes long', async () => {
  const db = await freshDatabase()
  await actingAsKeeper(db, async (tx) => {
    for (let i = 0; i < 3; i += 1) await enqueue(tx, 'plan', {})
    await enqueue(tx, 'letter', {})
  })
  let end = () => {}
  const long = new Promise<void>((resolve) => {
    end = resolve
  })
  let begun = 0
  const plan = slowly(() => {
    begun += 1
    return long
  })
  const sent = await new Promise<number>((resolve) => {
    const worker = keepWorking(db, { plan, letter: async () => resolve(begun) }, 20)
    void long.then(() => worker.stop())
  })
  assert.ok(sent <= 1, 'and long work is done one by one')
  end()
})
