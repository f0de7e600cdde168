import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/engine.ts'
import { aBrowser, aGate, bytesOf, codeOf, goodPassword, rows } from './trial.ts'

const db = await freshDatabase()
const { gate, sent, account } = aGate(db)
afterEach(() => gate.idle())
const session = '__Host-gate.session_token'
type Browser = ReturnType<typeof aBrowser>

async function signedIn(email: string, browser: Browser = aBrowser()) {
  const answer = await gate.signIn({ email, password: goodPassword }, browser.from())
  if ('cookies' in answer) browser.keep(answer.cookies)
  return { browser, answer }
}

/** Somebody who signs in with two steps. */
async function careful(email: string) {
  const accountId = await account(email)
  const { browser } = await signedIn(email)
  const started = await gate.startTotp(goodPassword, browser.from())
  assert.ok(started.ok)
  const confirmed = await gate.confirmTotp(codeOf(started.secret), browser.from())
  assert.ok(confirmed.ok)
  browser.keep(confirmed.cookies)
  // As if this was some minutes ago.
  await rows(db, sql`delete from gate.used_codes where user_id = ${accountId}`)
  return { accountId, browser, ...started }
}

test('setting up asks the password, gives codes, and is on after the first right code', async () => {
  await account('setup@example.nl')
  const { browser } = await signedIn('setup@example.nl')
  assert.deepEqual(await gate.startTotp('niet het goede', browser.from()), { ok: false, because: 'wrong' })
  const started = await gate.startTotp(goodPassword, browser.from())
  assert.ok(started.ok)
  assert.match(started.uri, /^otpauth:\/\/totp\/huis\.example\.nl:setup%40example\.nl\?secret=/)
  assert.equal(new Set(started.backupCodes).size, 10)
  assert.equal((await gate.whoIs(browser.from().headers))?.twoFactorOn, false)
  assert.equal((await signedIn('setup@example.nl')).answer.ok, true, 'not before it is confirmed')
  for (const wrong of ['000000', '', 'abcdef', '1234567', codeOf(started.secret, 40)])
    assert.deepEqual(await gate.confirmTotp(wrong, browser.from()), { ok: false, because: 'wrong' })
  const typed = codeOf(started.secret).replace(/(...)/, '$1 ')
  const confirmed = await gate.confirmTotp(typed, browser.from())
  assert.ok(confirmed.ok)
  const before = browser.from()
  browser.keep(confirmed.cookies)
  assert.equal((await gate.whoIs(browser.from().headers))?.twoFactorOn, true)
  assert.equal(await gate.whoIs(before.headers), undefined, 'the one-step session is replaced')
  assert.deepEqual(await gate.startTotp(goodPassword, browser.from()), { ok: false, because: 'already-on' })
  assert.deepEqual(await gate.confirmTotp('123456', browser.from()), { ok: false, because: 'already-on' })
})
test('turning it on puts out whoever was in with the password alone', async () => {
  await account('elsewhere@example.nl')
  const elsewhere = (await signedIn('elsewhere@example.nl')).browser
  const { browser } = await signedIn('elsewhere@example.nl')
  const started = await gate.startTotp(goodPassword, browser.from())
  assert.ok(started.ok && (await gate.whoIs(elsewhere.from().headers)))
  const confirmed = await gate.confirmTotp(codeOf(started.secret), browser.from())
  browser.keep(confirmed.ok ? confirmed.cookies : [])
  assert.equal(await gate.whoIs(elsewhere.from().headers), undefined)
  assert.ok(await gate.whoIs(browser.from().headers))
})
test('the password alone opens nothing, and leaves no session behind', async () => {
  const { accountId, secret } = await careful('two@example.nl')
  await rows(db, sql`delete from gate.session where user_id = ${accountId}`)
  const { browser, answer } = await signedIn('two@example.nl')
  assert.equal(answer.ok, false)
  assert.equal(!answer.ok && answer.because, 'second-step')
  assert.ok(!browser.jar.has(session))
  assert.equal((await rows(db, sql`select from gate.session where user_id = ${accountId}`)).length, 0)
  assert.equal(await gate.whoIs(browser.from().headers), undefined)
  const wrong = await gate.secondStep({ code: '000000' }, browser.from())
  assert.equal(!wrong.ok && wrong.because, 'wrong')
  const right = await gate.secondStep({ code: codeOf(secret), remember: true }, browser.from())
  assert.ok(right.ok)
  assert.match(right.cookies.find((line) => line.startsWith(session)) as string, /Max-Age=604800/)
  browser.keep(right.cookies)
  assert.deepEqual([...browser.jar.keys()], [session])
  assert.equal((await gate.whoIs(browser.from().headers))?.accountId, accountId)
})
test('a code works once: not again, not for a second browser, not for both at the same moment', async () => {
  const { secret } = await careful('replay@example.nl')
  const code = codeOf(secret)
  const browsers = await Promise.all([1, 2, 3, 4].map(async () => (await signedIn('replay@example.nl')).browser))
  const answers = await Promise.all(browsers.map((browser) => gate.secondStep({ code }, browser.from())))
  assert.equal(answers.filter((answer) => answer.ok).length, 1)
  const later = await gate.secondStep({ code }, (await signedIn('replay@example.nl')).browser.from())
  assert.equal(!later.ok && later.because, 'wrong')
  const next = await gate.secondStep({ code: codeOf(secret, 1) }, (await signedIn('replay@example.nl')).browser.from())
  assert.ok(next.ok, 'the next code does')
})
test('the code that confirmed the set-up is used as well', async () => {
  await account('first@example.nl')
  const { browser } = await signedIn('first@example.nl')
  const started = await gate.startTotp(goodPassword, browser.from())
  assert.ok(started.ok)
  const code = codeOf(started.secret)
  assert.ok((await gate.confirmTotp(code, browser.from())).ok)
  const again = await gate.secondStep({ code }, (await signedIn('first@example.nl')).browser.from())
  assert.equal(again.ok, false)
})
test('a backup code works once, however it is typed', async () => {
  const { backupCodes } = await careful('backup@example.nl')
  const [first, second] = backupCodes as [string, string]
  const typed = ` ${first.toUpperCase().replace('-', ' ')} `
  const attempts = await Promise.all(
    [1, 2, 3].map(async () =>
      gate.secondStep({ backupCode: typed }, (await signedIn('backup@example.nl')).browser.from()),
    ),
  )
  assert.equal(attempts.filter((answer) => answer.ok).length, 1)
  const again = await gate.secondStep({ backupCode: first }, (await signedIn('backup@example.nl')).browser.from())
  assert.equal(!again.ok && again.because, 'wrong')
  assert.ok((await gate.secondStep({ backupCode: second }, (await signedIn('backup@example.nl')).browser.from())).ok)
})
test('new backup codes replace the old ones', async () => {
  const { browser, backupCodes } = await careful('renew@example.nl')
  assert.deepEqual(await gate.renewBackupCodes('niet het goede', browser.from()), { ok: false, because: 'wrong' })
  const made = await gate.renewBackupCodes(goodPassword, browser.from())
  assert.ok(made.ok)
  const step = async (backupCode: string) =>
    gate.secondStep({ backupCode }, (await signedIn('renew@example.nl')).browser.from())
  assert.equal((await step(backupCodes[0] as string)).ok, false)
  assert.equal((await step(made.backupCodes[0] as string)).ok, true)
})
test('guessing codes ends the attempt after five, and shuts the second step after ten', async () => {
  const { secret, accountId } = await careful('guess@example.nl')
  const because: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const { browser } = await signedIn('guess@example.nl')
    for (let i = 0; i < 6; i += 1) {
      const answer = await gate.secondStep({ code: String(100_000 + round * 10 + i) }, browser.from())
      because.push(answer.ok ? 'in' : answer.because)
    }
  }
  assert.deepEqual(because.slice(0, 6), ['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'expired'])
  assert.ok(
    because.slice(12).every((word) => word === 'locked'),
    because.join(' '),
  )
  const right = await gate.secondStep({ code: codeOf(secret) }, (await signedIn('guess@example.nl')).browser.from())
  assert.equal(!right.ok && right.because, 'locked', 'also for a right code')
  await rows(
    db,
    sql`update gate.two_factor set locked_until = now() - interval '1 second' where user_id = ${accountId}`,
  )
  assert.ok(
    (await gate.secondStep({ code: codeOf(secret, 1) }, (await signedIn('guess@example.nl')).browser.from())).ok,
  )
})
test('without the first step there is no second', async () => {
  const { secret } = await careful('skip@example.nl')
  const bare = await gate.secondStep({ code: codeOf(secret) }, aBrowser().from())
  assert.equal(!bare.ok && bare.because, 'expired')
  const { browser } = await signedIn('skip@example.nl')
  browser.jar.set('__Host-gate.two_factor', `${browser.jar.get('__Host-gate.two_factor')}x`)
  const forged = await gate.secondStep({ code: codeOf(secret) }, browser.from())
  assert.equal(!forged.ok && forged.because, 'expired')
  const late = (await signedIn('skip@example.nl')).browser
  await rows(db, sql`update gate.verification set expires_at = now() - interval '1 second'`)
  const tooLate = await gate.secondStep({ code: codeOf(secret) }, late.from())
  assert.equal(!tooLate.ok && tooLate.because, 'expired')
})
test('somebody else’s session does not stand in for the second step', async () => {
  const mine = await careful('mine@example.nl')
  await careful('theirs@example.nl')
  const still = mine.browser.jar.get(session) as string
  const { browser } = await signedIn('theirs@example.nl', mine.browser)
  browser.jar.set(session, still)
  const answer = await gate.secondStep({ code: codeOf(mine.secret) }, browser.from())
  assert.equal(answer.ok, false, 'my code is no code of theirs, though my session came along')
})
test('what is stored is encrypted or a digest', async () => {
  const { secret, backupCodes } = await careful('stored@example.nl')
  const { browser } = await signedIn('stored@example.nl')
  const challenge = decodeURIComponent(browser.jar.get('__Host-gate.two_factor') as string).split('.')[0] as string
  const whole = JSON.stringify([
    await rows(db, sql`select * from gate.two_factor`),
    await rows(db, sql`select * from gate.verification`),
    await rows(db, sql`select * from gate.used_codes`),
  ])
  for (const plain of [secret, bytesOf(secret).toString(), challenge, ...backupCodes]) assert.ok(!whole.includes(plain))
  const [{ secret: kept } = { secret: '' }] = await rows<{ secret: string }>(
    db,
    sql`select secret from gate.two_factor limit 1`,
  )
  assert.match(kept, /^\$ba\$1\$/, 'better-auth’s encryption, with the number of the key')
})
test('turning it off asks the password, and is told by mail', async () => {
  const { browser } = await careful('off@example.nl')
  assert.deepEqual(await gate.stopTotp('niet het goede', browser.from()), { ok: false, because: 'wrong' })
  assert.deepEqual(await gate.stopTotp(goodPassword, aBrowser().from()), { ok: false, because: 'signed-out' })
  const stopped = await gate.stopTotp(goodPassword, browser.from())
  assert.ok(stopped.ok)
  browser.keep(stopped.cookies)
  assert.equal((await gate.whoIs(browser.from().headers))?.twoFactorOn, false)
  assert.equal((await signedIn('off@example.nl')).answer.ok, true)
  await gate.idle()
  assert.deepEqual(
    sent.filter((letter) => letter.to === 'off@example.nl').map((letter) => letter.kind),
    ['second-step-stopped'],
  )
})
test('the operator helps out who lost telephone and codes', async () => {
  const { accountId, browser } = await careful('lost@example.nl')
  await gate.dropSecondStep(accountId)
  assert.equal(await gate.whoIs(browser.from().headers), undefined)
  assert.equal((await signedIn('lost@example.nl')).answer.ok, true)
})
