import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { actingAsAccount, actingAsKeeper } from '#kit/db/database.ts'
import { freshDatabase } from '#test/engine.ts'
import { openEngine } from './engine.ts'
import { digestOf, withHashedTokens } from './hashed.ts'
import { secretOf } from './secret.ts'
import { aBrowser, aGate, goodPassword, rows, trialSecret } from './trial.ts'

const db = await freshDatabase()
const { gate, account } = aGate(db)
afterEach(() => gate.idle())

test('the gate is functions of ours; better-auth itself is not handed out', () => {
  assert.ok(Object.values(gate).every((part) => typeof part === 'function'))
  for (const name of ['handler', 'api', 'engine', 'auth', 'fetch']) assert.ok(!(name in gate), name)
})
test('nobody signs up by himself, not even where the handler would be mounted by mistake', async () => {
  const engine = openEngine({ db: db.gate, baseUrl: 'https://huis.example.nl', secret: trialSecret, name: 'huis' })
  const before = await rows(db, sql`select from gate.user`)
  const body = { email: 'self@example.nl', password: goodPassword, name: 'Self' }
  await assert.rejects(engine.api.signUpEmail({ body }), {
    body: { code: 'EMAIL_PASSWORD_SIGN_UP_DISABLED', message: 'Email and password sign up is not enabled' },
  })
  const posted = new Request('https://huis.example.nl/api/auth/sign-up/email', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: 'https://huis.example.nl' },
  })
  assert.equal((await engine.handler(posted)).status, 400)
  assert.equal((await rows(db, sql`select from gate.user`)).length, before.length)
})
test('only the sign-in role reaches these tables', async () => {
  const accountId = await account('tables@example.nl')
  for (const table of ['user', 'session', 'account', 'verification', 'two_factor', 'used_codes', 'tries']) {
    const read = sql.raw(`select * from gate."${table}"`)
    const denied = (work: Promise<unknown>) =>
      assert.rejects(work, (fault: Error) => /permission denied/.test(String(fault.cause)), table)
    await denied(db.resting.execute(read).then())
    await denied(actingAsAccount(db, accountId, (tx) => tx.execute(read)))
    await denied(actingAsKeeper(db, (tx) => tx.execute(read)))
    assert.ok(Array.isArray(await rows(db, read)), `${table} is there`)
  }
  const [held] = await rows<{ held: boolean }>(
    db,
    sql`select bool_and(relrowsecurity and relforcerowsecurity) as held from pg_class
    where relkind = 'r' and relnamespace = 'gate'::regnamespace`,
  )
  assert.equal(held?.held, true)
})
test('one click signs in in the demo, and nowhere else', async () => {
  const accountId = await account('demo@example.nl')
  await assert.rejects(gate.demoSignIn(accountId), /demo only/)
  const demo = aGate(db, { config: { mode: 'demo', baseUrl: 'http://localhost:3000' } })
  const browser = aBrowser()
  browser.keep(await demo.gate.demoSignIn(accountId, browser.from()))
  assert.equal((await demo.gate.whoIs(browser.from().headers))?.accountId, accountId)
  const first = browser.from()
  browser.keep(await demo.gate.demoSignIn(accountId, first))
  assert.equal(await demo.gate.whoIs(first.headers), undefined, 'the one before ends')
  assert.ok(
    (await demo.gate.provePassword(goodPassword, browser.from())).ok,
    'better-auth takes the cookie for its own',
  )
  browser.keep(await demo.gate.signOut(browser.from()))
  assert.equal(browser.jar.size, 0)
})
test('nothing goes out and nothing is written to the log', async (t) => {
  const { connect } = net.Socket.prototype
  const { port, searchParams } = new URL(process.env.TEST_POSTGRES_URL ?? 'none:')
  // By the network, or by the socket in its folder.
  const home = [port, `${searchParams.get('host')}/.s.PGSQL.${port}`]
  const out: unknown[] = []
  t.mock.method(net.Socket.prototype, 'connect', function (this: net.Socket, ...to: [number]) {
    if (!home.includes(String(to[0]))) out.push(to[0])
    return connect.apply(this, to as never)
  })
  const fetched = t.mock.method(globalThis, 'fetch', () => assert.fail('something was fetched'))
  const said = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    t.mock.method(console, name, () => {}),
  )
  const other = aGate(db, { config: { mode: 'real', baseUrl: 'https://stil.example.nl' } })
  await other.account('quiet@example.nl')
  await other.gate.signIn({ email: 'quiet@example.nl', password: 'niet het goede' }, aBrowser().from())
  await other.gate.signIn({ email: 'nobody@example.nl', password: 'niet het goede' }, aBrowser().from())
  assert.ok((await other.gate.signIn({ email: 'quiet@example.nl', password: goodPassword }, aBrowser().from())).ok)
  await other.gate.requestReset({ email: 'quiet@example.nl' }, aBrowser().from())
  await other.gate.idle()
  assert.deepEqual(out, [], 'no connection but to the database')
  assert.deepEqual(
    [fetched, ...said].map((mock) => mock.mock.callCount()),
    [0, 0, 0, 0, 0, 0],
  )
})
test('a letter that cannot be sent is reported without the address', async (t) => {
  const said = t.mock.method(console, 'error', () => {})
  const other = aGate(db, { sendMail: () => Promise.reject(new TypeError('no route to unlucky@example.nl')) })
  await other.account('unlucky@example.nl')
  await other.gate.requestReset({ email: 'unlucky@example.nl' }, aBrowser().from())
  await other.gate.idle()
  assert.deepEqual(
    said.mock.calls.map((call) => call.arguments),
    [['sign-in: something in the background failed (TypeError)']],
  )
})
test('no network address and no more of the browser than its name is kept', async () => {
  const accountId = await account('spare@example.nl')
  const headers = new Headers({ 'user-agent': 'B'.repeat(5000), 'x-forwarded-for': '203.0.113.77' })
  assert.ok(
    (await gate.signIn({ email: 'spare@example.nl', password: goodPassword }, { headers, address: '203.0.113.78' })).ok,
  )
  const [row] = await rows<{ ip: string | null; agent: string }>(
    db,
    sql`select ip_address as ip, user_agent as agent from gate.session where user_id = ${accountId}`,
  )
  assert.deepEqual({ ip: row?.ip || null, agent: row?.agent.length }, { ip: null, agent: 300 })
})
test('a session token is hashed on every way to the database, and compared in no other way', async () => {
  const asked: [string, unknown][] = []
  const spy = (name: string) => async (given: unknown) => {
    asked.push([name, given])
    return name === 'findMany'
      ? [
          { id: '1', token: digestOf('one') },
          { id: '2', token: digestOf('two') },
        ]
      : { id: '1', token: digestOf('one') }
  }
  const verbs = [
    'create',
    'findOne',
    'findMany',
    'count',
    'update',
    'updateMany',
    'delete',
    'deleteMany',
    'consumeOne',
    'incrementOne',
  ]
  const adapter = withHashedTokens(() => Object.fromEntries(verbs.map((verb) => [verb, spy(verb)])) as never)({})
  const where = [{ field: 'token', value: 'one' }]
  const model = 'session'
  const answers = [
    await adapter.create({ model, data: { token: 'one' } }),
    await adapter.findOne({ model, where }),
    await adapter.update({ model, where: [{ field: 'id', value: '1' }], update: { token: 'one' } }),
    await adapter.consumeOne({ model, where }),
    await adapter.incrementOne({ model, where, increment: {}, set: { token: 'one' } }),
    await adapter.transaction((inside) => inside.findOne({ model, where })),
  ]
  assert.ok(answers.every((answer) => (answer as { token: string }).token === 'one'))
  await adapter.updateMany({ model, where, update: { token: 'one' } })
  await adapter.delete({ model, where })
  await adapter.deleteMany({ model, where: [{ field: 'token', operator: 'in', value: ['one', 'two'] }] })
  await adapter.count({ model, where })
  assert.ok(asked.length === 10 && !/"(one|two)"/.test(JSON.stringify(asked)))
  const listed = await adapter.findMany<{ token: string }>({ model, where: [{ field: 'userId', value: 'u' }] })
  assert.deepEqual(
    listed.map((row) => row.token),
    [digestOf('one'), digestOf('two')],
    'a list gives no tokens away',
  )
  for (const operator of ['ne', 'contains', 'starts_with', 'gt'] as const)
    await assert.rejects(adapter.findMany({ model, where: [{ field: 'token', operator, value: 'one' }] }), /looked up/)
  await adapter.findOne({ model: 'verification', where })
  assert.deepEqual(asked.at(-1), ['findOne', { model: 'verification', where }], 'other tables are left alone')
})
test('the secret is the one that was set, or one made once that only its owner reads', () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'secret-')), 'real')
  try {
    assert.equal(secretOf({ secret: 'x'.repeat(40), dataDir }), 'x'.repeat(40))
    const made = secretOf({ secret: undefined, dataDir })
    assert.match(made, /^[0-9a-f]{64}$/)
    assert.equal(secretOf({ secret: undefined, dataDir }), made)
    const file = join(dataDir, 'secret')
    assert.deepEqual([statSync(file).mode & 0o777, statSync(dataDir).mode & 0o777], [0o600, 0o700])
    assert.equal(readFileSync(file, 'utf8').trim(), made)
    writeFileSync(file, 'short')
    assert.throws(() => secretOf({ secret: undefined, dataDir }), /Remove it/)
  } finally {
    rmSync(join(dataDir, '..'), { recursive: true })
  }
})
