import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { engine, freshDatabase } from '#test/engine.ts'
import { freePort, run, start } from '../../test/long/running.ts'
import { childrenOf } from '../../test/postgres.ts'

async function until<T>(what: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let waited = 0; waited < 600; waited += 1) {
    const found = await what()
    if (found) return found
    await pause(50)
  }
  throw new Error('it did not happen within half a minute')
}

test('the embedded database is of one process: more are refused in a sentence', () => {
  const { status, said } = run('src/main/web.ts', {
    PROCESSES: '2',
    DATA_DIR: '/nowhere',
    BASE_URL: 'http://kl.example',
  })
  assert.equal(status, 1)
  assert.match(said, /the embedded database is of one process\. Set DATABASE_URL as well\./)
})

const skip = engine !== 'postgres' && 'several processes need a database that is not of one of them'
test('two processes share a port; one that dies is followed up, and all of them stop together', { skip }, async () => {
  const db = await freshDatabase()
  const [row] = (await db.owner(sql`select current_database() as name`)) as [{ name: string }]
  const to = (login: string) => {
    const url = new URL(process.env['TEST_POSTGRES_URL'] ?? '')
    return Object.assign(url, { username: login, pathname: `/${row.name}` }).href
  }
  const port = await freePort()
  const house = await start({
    ...{ DATABASE_URL: to('house_login'), DATABASE_OWNER_URL: to('postgres'), PROCESSES: '2' },
    ...{ PORT: String(port), BASE_URL: `http://localhost:${port}`, SECRET: 'two of them share this one secret, long' },
  })
  const began = performance.now()
  const first = childrenOf(house.child.pid!)
  assert.equal(first.length, 2)
  // One code for the first person, however many processes there are.
  assert.equal(house.said().match(/use this code/g)?.length, 1)
  assert.equal((await fetch(`${house.url}/readyz`)).status, 200)
  await pause(Math.max(0, 5500 - performance.now() + began))
  process.kill(first[0]!, 'SIGKILL')
  const second = await until(() => {
    const now = childrenOf(house.child.pid!)
    return now.length === 2 && !now.includes(first[0]!) ? now : undefined
  })
  assert.ok(second.includes(first[1]!))
  for (let time = 0; time < 6; time += 1) assert.equal((await fetch(`${house.url}/readyz`)).status, 200)
  assert.equal(await house.stop(), 0)
  for (const pid of second) assert.throws(() => process.kill(pid, 0), /ESRCH/)
})
