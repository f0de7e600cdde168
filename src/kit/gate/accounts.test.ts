import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/engine.ts'
import { aBrowser, aGate, codeOf, goodPassword, isProven, rows } from './trial.ts'

const db = await freshDatabase()
const { gate, sent, account } = aGate(db, { commonWords: ['korenbloem'] })
afterEach(() => gate.idle())
const next = 'nog vijf groene kamelen'

async function signedIn(email: string, password = goodPassword) {
  const browser = aBrowser()
  const answer = await gate.signIn({ email, password }, browser.from())
  if ('cookies' in answer) browser.keep(answer.cookies)
  return { browser, ok: answer.ok }
}
async function tokenFor(email: string) {
  await gate.requestReset({ email, language: 'en' }, aBrowser().from())
  await gate.idle()
  const letter = sent.findLast((one) => one.to === email && one.kind === 'reset')
  return letter?.kind === 'reset' ? letter : undefined
}

test('an account is made once, by our own code, with a password that will do', async () => {
  const given = { email: 'New@Example.nl', name: 'Nieuw', password: goodPassword }
  const made = await Promise.all([gate.createAccount(given), gate.createAccount(given)])
  assert.deepEqual(made.map((one) => (one.ok ? 'made' : one.because)).sort(), ['exists', 'made'])
  assert.deepEqual(await gate.createAccount({ ...given, email: 'nEW@example.nl' }), { ok: false, because: 'exists' })
  assert.equal(await gate.accountOf(' new@EXAMPLE.nl '), made.flatMap((one) => (one.ok ? [one.accountId] : []))[0])
  for (const [email, password, because] of [
    ['not an address', goodPassword, 'no-address'],
    ['a@b.nl\nBcc: c@d.nl', goodPassword, 'no-address'],
    ['short@example.nl', 'kort', 'too-short'],
    ['long@example.nl', 'x'.repeat(129), 'too-long'],
    ['common@example.nl', 'Welkom2025!', 'too-common'],
    ['common@example.nl', 'Korenbloem123', 'too-common'],
  ] as const)
    assert.deepEqual(await gate.createAccount({ email, name: 'X', password }), { ok: false, because })
  assert.deepEqual(await rows(db, sql`select email from gate.user where email <> 'new@example.nl'`), [])
})
test('the password is stored as a salted hash', async () => {
  await account('salt1@example.nl')
  await account('salt2@example.nl')
  const kept = (await rows<{ password: string }>(db, sql`select password from gate.account`)).map((row) => row.password)
  assert.ok(kept.every((hash) => /^[0-9a-f]{32}:[0-9a-f]{128}$/.test(hash)))
  assert.equal(new Set(kept).size, kept.length)
})
test('changing the password ends the other sessions and everything under way, and is told by mail', async () => {
  await account('change@example.nl')
  const { browser } = await signedIn('change@example.nl')
  const elsewhere = (await signedIn('change@example.nl')).browser
  const reset = await tokenFor('change@example.nl')
  const change = (given: { current: string; next: string }) => gate.changePassword(given, browser.from())
  assert.deepEqual(await change({ current: 'niet het goede', next }), { ok: false, because: 'wrong' })
  assert.deepEqual(await change({ current: goodPassword, next: 'wachtwoord1' }), { ok: false, because: 'too-common' })
  assert.deepEqual(await gate.changePassword({ current: goodPassword, next }, aBrowser().from()), {
    ok: false,
    because: 'signed-out',
  })
  const before = browser.from()
  const changed = await change({ current: goodPassword, next })
  assert.ok(changed.ok)
  browser.keep(changed.cookies)
  assert.ok(await gate.whoIs(browser.from().headers))
  assert.equal(await gate.whoIs(elsewhere.from().headers), undefined)
  assert.equal(await gate.whoIs(before.headers), undefined, 'one’s own old token too')
  assert.deepEqual(await gate.resetPassword({ token: reset?.token as string, password: next }), {
    ok: false,
    because: 'expired',
  })
  assert.deepEqual(
    [(await signedIn('change@example.nl')).ok, (await signedIn('change@example.nl', next)).ok],
    [false, true],
  )
  await gate.idle()
  assert.equal(sent.filter((one) => one.to === 'change@example.nl' && one.kind === 'password-changed').length, 1)
})
test('who forgot the password gets a letter; who has no account gets none, and cannot tell', async () => {
  await account('forgot@example.nl')
  const before = sent.length
  assert.equal(await gate.requestReset({ email: 'nobody@example.nl' }, aBrowser().from()), undefined)
  assert.equal(await gate.requestReset({ email: '<script>' }, aBrowser().from()), undefined)
  await gate.idle()
  assert.equal(sent.length, before)
  const letter = await tokenFor('forgot@example.nl')
  assert.deepEqual(
    { ...letter, token: '' },
    { kind: 'reset', to: 'forgot@example.nl', name: 'Sanne de Wit', language: 'en', token: '', minutes: 60 },
  )
  assert.match(letter?.token ?? '', /^[\w-]{32}$/)
})
test('asking for a letter does not wait for the post, so the time it takes tells nothing', async () => {
  const post = Promise.withResolvers<void>()
  const slow = aGate(db, { sendMail: () => post.promise })
  await slow.account('slowpost@example.nl')
  const asked = ['slowpost@example.nl', 'nobody2@example.nl'].map((email) =>
    slow.gate.requestReset({ email }, aBrowser('203.0.113.9').from()),
  )
  assert.deepEqual(await Promise.all(asked), [undefined, undefined], 'while the letter is still on its way')
  post.resolve()
  await slow.gate.idle()
})
test('the letter’s token works once, is stored as a digest, and ends after an hour', async () => {
  const accountId = await account('token@example.nl')
  const { browser } = await signedIn('token@example.nl')
  const { token } = (await tokenFor('token@example.nl')) as { token: string }
  const stored = await rows<{ identifier: string }>(db, sql`select * from gate.verification where value = ${accountId}`)
  assert.equal(stored.length, 1)
  assert.ok(!JSON.stringify(stored).includes(token))
  const use = (with_: string, password = next) => gate.resetPassword({ token: with_, password })
  for (const wrong of ['', 'x', stored[0]?.identifier as string, `${token}x`])
    assert.deepEqual(await use(wrong), { ok: false, because: 'expired' })
  assert.deepEqual(await use(token, 'kort'), { ok: false, because: 'too-short' }, 'and the token is not lost by that')
  assert.deepEqual(await use(token, 'token@example.nl'), { ok: false, because: 'too-common' })
  assert.equal(await isProven(db, accountId), false, 'an address that was typed')
  const answers = await Promise.all([use(token), use(token)])
  assert.equal(await isProven(db, accountId), true, 'a letter to it was answered')
  assert.deepEqual(answers.map((answer) => answer.ok).sort(), [false, true])
  assert.deepEqual(await use(token), { ok: false, because: 'expired' })
  assert.equal(await gate.whoIs(browser.from().headers), undefined, 'every session ended')
  assert.deepEqual(
    [(await signedIn('token@example.nl')).ok, (await signedIn('token@example.nl', next)).ok],
    [false, true],
  )
  const late = (await tokenFor('token@example.nl')) as { token: string }
  await rows(
    db,
    sql`update gate.verification set expires_at = expires_at - interval '60 minutes' where value = ${accountId}`,
  )
  assert.deepEqual(await use(late.token), { ok: false, because: 'expired' })
})
test('a new password does not get round the second step', async () => {
  await account('stepreset@example.nl')
  const { browser } = await signedIn('stepreset@example.nl')
  const started = await gate.startTotp(goodPassword, browser.from())
  assert.ok(started.ok && (await gate.confirmTotp(codeOf(started.secret), browser.from())).ok)
  const { token } = (await tokenFor('stepreset@example.nl')) as { token: string }
  assert.deepEqual(await gate.resetPassword({ token, password: next }), { ok: true })
  const answer = await gate.signIn({ email: 'stepreset@example.nl', password: next }, aBrowser().from())
  assert.equal(!answer.ok && answer.because, 'second-step')
})
test('the password once more makes the session fresh', async () => {
  const accountId = await account('fresh@example.nl')
  const { browser } = await signedIn('fresh@example.nl')
  await rows(db, sql`update gate.session set fresh_at = now() - interval '3 hours' where user_id = ${accountId}`)
  const age = async () =>
    Math.round((Date.now() - ((await gate.whoIs(browser.from().headers))?.freshAt.getTime() ?? 0)) / 3_600_000)
  assert.equal(await age(), 3)
  assert.deepEqual(await gate.provePassword('niet het goede', browser.from()), { ok: false, because: 'wrong' })
  assert.equal(await age(), 3)
  assert.deepEqual(await gate.provePassword(goodPassword, browser.from()), { ok: true })
  assert.equal(await age(), 0)
  assert.deepEqual(await gate.provePassword(goodPassword, aBrowser().from()), { ok: false, because: 'signed-out' })
})
test('an account that is removed leaves nothing', async () => {
  const accountId = await account('gone@example.nl')
  await signedIn('gone@example.nl')
  await tokenFor('gone@example.nl')
  assert.equal(await gate.removeAccount(accountId), true)
  const left = await rows<{ row: string }>(
    db,
    sql`select u::text as row from gate.user u union all select s::text from gate.session s
    union all select a::text from gate.account a union all select v::text from gate.verification v`,
  )
  assert.deepEqual(
    left.filter(({ row }) => row.includes(accountId) || row.includes('gone@')),
    [],
  )
  assert.equal(await gate.removeAccount(accountId), false)
})
