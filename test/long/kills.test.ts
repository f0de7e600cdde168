import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { startPostgres } from '../postgres.ts'
import { browser, type Env, freePort, type Running, run, start } from './running.ts'

/** Power cuts. Whatever the server had answered “saved” to is there when it is back, and it comes back. */
const kills = Number(process.env['KILLS'] ?? 20)
const cleanUp: (() => unknown)[] = []
after(async () => {
  for (const one of cleanUp.reverse()) await one()
})

async function settings(name: string, more: Env = {}): Promise<Env> {
  const directory = mkdtempSync(join(tmpdir(), `kortelijnen-${name}-`))
  cleanUp.push(() => rmSync(directory, { recursive: true, force: true }))
  const port = await freePort()
  return {
    ...{ DATA_DIR: directory, PORT: String(port), BASE_URL: `http://localhost:${port}`, DEVELOPMENT: '1' },
    ...{ SECRET: 'a secret of the long tests, long enough', ...more },
  }
}

/** The first person of a new school, signed in, as the code on the screen allows. */
async function firstPerson(house: Running) {
  const { ask } = browser(house.url)
  const code = /use this code: (\S+)/.exec(house.said())?.[1] ?? ''
  const who = { code, name: 'Hanna Hoofd', mail: 'hanna@school.example', password: 'vier paarse olifanten' }
  assert.equal((await ask('/begin', who)).to, '/begin/school')
  assert.equal((await ask('/begin/school/nieuw', { name: 'De Stroomstoring', place: 'Wilgenveen' })).to, '/begin')
  return ask
}
type Ask = Awaited<ReturnType<typeof firstPerson>>

/** Three at once keep writing until the door falls shut; what was answered with “saved” is remembered. */
async function writeUntilItFalls(ask: Ask, saved: string[], round: number, fall: () => Promise<void>) {
  let [fallen, number] = [false, 0]
  const writer = async () => {
    while (!fallen) {
      number += 1
      const name = `Ruimte ${round}-${number}`
      const answer = await ask('/school/ruimtes', { name }).catch(() => undefined)
      if (answer?.status === 303 && answer.to === '/school/ruimtes') saved.push(name)
      else if (answer?.status !== 303) await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const [writers, before] = [[writer(), writer(), writer()], saved.length]
  // A house that has just started is slow at first: it falls when it is in full swing.
  for (let waits = 0; saved.length < before + 3 && waits < 400; waits += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => setTimeout(resolve, 300 + ((round * 137) % 500)))
  await fall()
  fallen = true
  await Promise.all(writers)
}

async function allThere(ask: Ask, saved: readonly string[], when: string) {
  const { status, text } = await ask('/school/ruimtes')
  assert.equal(status, 200, when)
  const there = new Set(text.match(/Ruimte \d+-\d+/g))
  assert.deepEqual(
    saved.filter((name) => !there.has(name)),
    [],
    `${when}: saved, and gone`,
  )
}

test(`embedded: ${kills} times killed while writing`, { timeout: 600_000 }, async () => {
  const env = await settings('kills')
  let house = await start(env)
  const ask = await firstPerson(house)
  const [saved, starts]: [string[], number[]] = [[], []]
  for (let round = 1; round <= kills; round += 1) {
    const before = saved.length
    await writeUntilItFalls(ask, saved, round, () => house.kill())
    assert.ok(saved.length > before, `round ${round} wrote nothing: that proves nothing`)
    const started = performance.now()
    house = await start(env)
    starts.push(performance.now() - started)
    await allThere(ask, saved, `after kill ${round}`)
  }
  console.log(
    `  embedded: ${kills} kills, ${saved.length} saved and there, slowest start ${(Math.max(...starts) / 1000).toFixed(1)} s`,
  )
  assert.equal(await house.stop(), 0, 'SIGTERM stops it cleanly')
})

test(`PostgreSQL: ${kills} times killed while writing, the house stays up`, { timeout: 600_000 }, async () => {
  const server = await startPostgres('18', { lasting: true })
  cleanUp.push(() => server.stop())
  const env = await settings('pgkills', await aDatabase(server.url, 'kills'))
  const house = await start(env)
  cleanUp.push(() => house.child.kill('SIGKILL'))
  const ask = await firstPerson(house)
  const saved: string[] = []
  for (let round = 1; round <= kills; round += 1) {
    const before = saved.length
    await writeUntilItFalls(ask, saved, round, () => server.kill())
    assert.ok(saved.length > before, `round ${round} wrote nothing: that proves nothing`)
    await server.restart()
    assert.equal(house.child.exitCode, null, `the house fell with its database:\n${house.said().slice(-2000)}`)
    await allThere(ask, saved, `after kill ${round}`)
  }
  console.log(`  PostgreSQL ${server.version}: ${kills} kills, ${saved.length} saved and there`)
  assert.equal(await house.stop(), 0, 'SIGTERM stops it cleanly')
})

test('a second one on the same directory is refused in a clear sentence', { timeout: 120_000 }, async () => {
  const env = await settings('twice')
  const house = await start(env)
  cleanUp.push(() => house.child.kill('SIGKILL'))
  const port = await freePort()
  const second = run('src/main/web.ts', { ...env, PORT: String(port) })
  assert.equal(second.status, 1)
  assert.match(second.said, /^Another Korte Lijnen is already running on .*Stop that one first, or set DATA_DIR/m)
  assert.doesNotMatch(second.said, /\n\s+at /, 'a sentence, no stack')
  assert.equal((await browser(house.url).ask('/readyz')).text, 'ready', 'the first goes on')
  await house.stop()
})

test('a backup of the running server restores to the same, on either engine', { timeout: 300_000 }, async () => {
  const env = await settings('backup')
  const house = await start(env)
  cleanUp.push(() => house.child.kill('SIGKILL'))
  const ask = await firstPerson(house)
  for (let number = 1; number <= 30; number += 1) await ask('/school/ruimtes', { name: `Ruimte 1-${number}` })
  const file = join(env['DATA_DIR']!, 'een.gz')
  const made = run('bin/kortelijnen', env, 'backup', file)
  assert.equal(made.status, 0, made.said)
  const content = contentOf(file)
  assert.ok(content.filter((line) => line.includes('Ruimte 1-')).length >= 30)

  const full = run('bin/kortelijnen', env, 'restore', file)
  assert.equal(full.status, 2, 'a house with people in it is never written over')
  assert.match(full.said, /There is data here already/)

  const embedded = await settings('restored')
  await restoredIs(embedded, file, content)
  const again = await start(embedded)
  cleanUp.push(() => again.child.kill('SIGKILL'))
  const back = browser(again.url)
  assert.equal(
    (await back.ask('/inloggen', { mail: 'hanna@school.example', password: 'vier paarse olifanten' })).status,
    303,
  )
  assert.match((await back.ask('/school/ruimtes')).text, /Ruimte 1-30/)
  await again.stop()

  const server = await startPostgres('18')
  cleanUp.push(() => server.stop())
  await restoredIs(await settings('onpostgres', await aDatabase(server.url, 'restored')), file, content)
  await house.stop()
})

async function restoredIs(env: Env, file: string, content: string[]) {
  const restored = run('bin/kortelijnen', env, 'restore', file)
  assert.equal(restored.status, 0, restored.said)
  const second = join(env['DATA_DIR']!, 'twee.gz')
  const made = run('bin/kortelijnen', env, 'backup', second)
  assert.equal(made.status, 0, made.said)
  assert.deepEqual(contentOf(second), content)
}

/** Every row of a backup, in an order of its own; without the first line, which says when it was made. */
const contentOf = (file: string) => gunzipSync(readFileSync(file)).toString().split('\n').slice(1).sort()

/** A database of its own, with a login that owns nothing. */
async function aDatabase(url: string, name: string): Promise<Env> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.query('create role house_login login noinherit nosuperuser nobypassrls')
  await admin.query(`grant connect on database ${name} to house_login`)
  await admin.end()
  const as = (login: string) => Object.assign(new URL(url), { username: login, pathname: `/${name}` }).href
  return { DATABASE_URL: as('house_login'), DATABASE_OWNER_URL: as('postgres') }
}
