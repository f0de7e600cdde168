import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/engine.ts'
import { digestOf } from './hashed.ts'
import { aBrowser, aGate, goodPassword, rows } from './trial.ts'

const db = await freshDatabase()
const { gate, account } = aGate(db)
afterEach(() => gate.idle())
const cookie = '__Host-gate.session_token'

test('somebody signs in, is recognised, and signs out', async () => {
  const accountId = await account('sanne@example.nl')
  const browser = aBrowser()
  const answer = await gate.signIn({ email: ' Sanne@Example.nl', password: goodPassword }, browser.from())
  assert.equal(answer.ok, true)
  browser.keep(answer.ok ? answer.cookies : [])
  const who = await gate.whoIs(browser.from().headers)
  assert.deepEqual(
    { ...who, sessionId: '', freshAt: 0 },
    {
      accountId,
      email: 'sanne@example.nl',
      name: 'Sanne de Wit',
      twoFactorOn: false,
      twoSteps: false,
      sessionId: '',
      freshAt: 0,
    },
  )
  assert.ok(Date.now() - (who?.freshAt.getTime() ?? 0) < 60_000)
  const before = browser.from()
  browser.keep(await gate.signOut(before))
  assert.equal(browser.jar.size, 0)
  assert.equal(await gate.whoIs(before.headers), undefined, 'also for whoever still has the cookie')
  assert.equal((await rows(db, sql`select from gate.session where user_id = ${accountId}`)).length, 0)
})
test('the cookie is for the server only, for this host only, over https only, until the browser closes', async () => {
  await account('cookie@example.nl')
  const ask = async (remember: boolean) => {
    const answer = await gate.signIn(
      { email: 'cookie@example.nl', password: goodPassword, remember },
      aBrowser().from(),
    )
    assert.ok(answer.ok)
    assert.equal(answer.cookies.length, 1)
    return (answer.cookies[0] as string).split('; ')
  }
  const [pair, ...attributes] = await ask(false)
  assert.ok(pair?.startsWith(`${cookie}=`))
  assert.deepEqual(attributes.sort(), ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
  assert.ok((await ask(true)).includes('Max-Age=604800'))
})
test('without https the cookie has no prefix, so that a trial at home works', async () => {
  const plain = aGate(db, { config: { mode: 'real', baseUrl: 'http://localhost:3000' } })
  await plain.account('plain@example.nl')
  const answer = await plain.gate.signIn({ email: 'plain@example.nl', password: goodPassword }, aBrowser().from())
  assert.match(
    answer.ok ? (answer.cookies[0] as string) : '',
    /^gate\.session_token=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/,
  )
})
test('a wrong password and an unknown address get the same answer', async () => {
  await account('known@example.nl')
  for (const given of [
    { email: 'known@example.nl', password: 'niet het goede wachtwoord' },
    { email: 'unknown@example.nl', password: goodPassword },
    { email: 'known@example.nl', password: 'x'.repeat(5000) },
    { email: 'known@example.nl', password: '' },
    { email: 'no address', password: goodPassword },
    { email: '', password: '' },
  ])
    assert.deepEqual(await gate.signIn(given, aBrowser('192.0.2.7').from()), { ok: false, because: 'wrong' })
})
test('an unknown address takes as long as a wrong password', async () => {
  await account('timing@example.nl')
  const quickest = { 'timing@example.nl': Number.POSITIVE_INFINITY, 'nobody@example.nl': Number.POSITIVE_INFINITY }
  for (let i = 0; i < 12; i += 1) {
    const email = i % 2 ? 'timing@example.nl' : 'nobody@example.nl'
    const start = performance.now()
    await gate.signIn({ email, password: 'niet het goede wachtwoord' }, aBrowser(`198.51.100.${i}`).from())
    quickest[email] = Math.min(quickest[email], performance.now() - start)
  }
  const ratio = quickest['timing@example.nl'] / quickest['nobody@example.nl']
  assert.ok(ratio > 0.5 && ratio < 2, `known takes ${ratio.toFixed(2)} times as long as unknown`)
})
test('the database has no token, in whatever way a session comes about', async () => {
  const accountId = await account('hashed@example.nl')
  const browser = aBrowser()
  const tokens: string[] = []
  const keep = async (answer: { ok: boolean; cookies?: string[] }) => {
    assert.ok(answer.ok)
    browser.keep(answer.cookies ?? [])
    const token = decodeURIComponent(browser.jar.get(cookie) ?? '').split('.')[0] as string
    tokens.push(token)
    assert.ok(await gate.whoIs(browser.from().headers))
    const stored = await rows<{ token: string }>(db, sql`select token from gate.session where user_id = ${accountId}`)
    assert.deepEqual(
      stored.map((row) => row.token),
      [digestOf(token)],
    )
  }
  await keep(await gate.signIn({ email: 'hashed@example.nl', password: goodPassword }, browser.from()))
  await keep(await gate.signIn({ email: 'hashed@example.nl', password: goodPassword }, browser.from()))
  await keep(await gate.changePassword({ current: goodPassword, next: 'nog vijf groene kamelen' }, browser.from()))
  assert.equal(new Set(tokens).size, 3, 'and every time it is another')
  const whole = JSON.stringify(await rows(db, sql`select * from gate.session`))
  for (const token of tokens) assert.ok(!whole.includes(token))
})
test('who has read the table cannot sign in with what is in it', async () => {
  await account('thief@example.nl')
  const browser = aBrowser()
  const answer = await gate.signIn({ email: 'thief@example.nl', password: goodPassword }, browser.from())
  browser.keep(answer.ok ? answer.cookies : [])
  const [token, signature] = decodeURIComponent(browser.jar.get(cookie) as string).split('.') as [string, string]
  const as = (value: string) => gate.whoIs(new Headers({ cookie: `${cookie}=${encodeURIComponent(value)}` }))
  assert.ok(await as(`${token}.${signature}`))
  for (const tried of [
    digestOf(token),
    `${digestOf(token)}.${signature}`,
    token,
    `${token}.`,
    `${token}.${signature}x`,
    '%',
    '',
  ])
    assert.equal(await as(tried), undefined, tried)
})
test('a session that somebody planted is not the one that is signed in', async () => {
  await account('planted@example.nl')
  const attacker = aBrowser()
  const mine = await gate.signIn({ email: 'planted@example.nl', password: goodPassword }, attacker.from())
  attacker.keep(mine.ok ? mine.cookies : [])
  const victim = aBrowser()
  victim.jar.set(cookie, attacker.jar.get(cookie) as string)
  const planted = victim.from()
  assert.ok(await gate.whoIs(planted.headers))
  const answer = await gate.signIn({ email: 'planted@example.nl', password: goodPassword }, planted)
  victim.keep(answer.ok ? answer.cookies : [])
  assert.notEqual(victim.jar.get(cookie), attacker.jar.get(cookie))
  assert.equal(await gate.whoIs(attacker.from().headers), undefined, 'the planted one ends')
  assert.ok(await gate.whoIs(victim.from().headers))
})
test('a session that lies idle for twelve hours ends; one in use goes on, a week at most', async () => {
  const accountId = await account('idle@example.nl')
  const browser = aBrowser()
  const answer = await gate.signIn({ email: 'idle@example.nl', password: goodPassword }, browser.from())
  browser.keep(answer.ok ? answer.cookies : [])
  const hoursLeft = async () => {
    const [row] = await rows<{ hours: string }>(
      db,
      sql`select extract(epoch from expires_at - now()) / 3600 as hours from gate.session where user_id = ${accountId}`,
    )
    return Math.round(Number(row?.hours))
  }
  const age = (hours: number, started: number) =>
    rows(
      db,
      sql`update gate.session set updated_at = now() - make_interval(hours => ${hours}), expires_at = now() + make_interval(hours => ${12 - hours}),
      created_at = now() - make_interval(hours => ${started}) where user_id = ${accountId}`,
    )
  assert.equal(await hoursLeft(), 12)
  await age(11, 11)
  assert.equal(await hoursLeft(), 1)
  assert.ok(await gate.whoIs(browser.from().headers))
  assert.equal(await hoursLeft(), 12)
  await age(11, 7 * 24 - 3)
  assert.ok(await gate.whoIs(browser.from().headers))
  assert.equal(await hoursLeft(), 3)
  await age(13, 13)
  assert.equal(await gate.whoIs(browser.from().headers), undefined)
})
test('one sees one’s own sessions and ends them, and nobody else’s', async () => {
  await account('many@example.nl')
  await account('other@example.nl')
  const [here, there, other] = [aBrowser(), aBrowser(), aBrowser()]
  for (const [browser, email] of [
    [here, 'many@example.nl'],
    [there, 'many@example.nl'],
    [other, 'other@example.nl'],
  ] as const) {
    const answer = await gate.signIn({ email, password: goodPassword }, browser.from())
    browser.keep(answer.ok ? answer.cookies : [])
  }
  const mine = await gate.sessions(here.from())
  assert.deepEqual(mine.map((s) => s.current).sort(), [false, true])
  assert.ok(mine.every((s) => s.device === 'Trial'))
  const elsewhere = mine.find((s) => !s.current)?.id as string
  assert.equal(await gate.endSession(elsewhere, other.from()), false)
  assert.ok(await gate.whoIs(there.from().headers))
  assert.equal(await gate.endSession(elsewhere, here.from()), true)
  assert.equal(await gate.whoIs(there.from().headers), undefined)
  const again = await gate.signIn({ email: 'many@example.nl', password: goodPassword }, there.from())
  there.keep(again.ok ? again.cookies : [])
  assert.equal(await gate.endOtherSessions(there.from()), 1)
  assert.equal(await gate.whoIs(here.from().headers), undefined)
  assert.ok((await gate.whoIs(there.from().headers)) && (await gate.whoIs(other.from().headers)))
  assert.deepEqual(await gate.sessions(aBrowser().from()), [])
})
test('whoever asks is looked up once per request', async () => {
  await account('once@example.nl')
  const browser = aBrowser()
  const answer = await gate.signIn({ email: 'once@example.nl', password: goodPassword }, browser.from())
  browser.keep(answer.ok ? answer.cookies : [])
  await gate.idle()
  const request = browser.from()
  assert.equal(gate.whoIs(request.headers), gate.whoIs(request.headers))
  assert.ok(await gate.whoIs(request.headers))
})
