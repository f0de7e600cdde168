import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/engine.ts'
import { aBrowser, aGate, codeOf, goodPassword, rows } from './trial.ts'
import { aDevice } from './trialkey.ts'

const db = await freshDatabase()
const { gate, sent, account } = aGate(db)
afterEach(() => gate.idle())
type Browser = ReturnType<typeof aBrowser>
let place = 0

async function signedIn(email: string) {
  const browser = aBrowser(`198.51.100.${++place}`)
  const answer = await gate.signIn({ email, password: goodPassword }, browser.from())
  browser.keep(answer.ok ? answer.cookies : [])
  return browser
}
async function added(browser: Browser, device = aDevice(), name = 'Mijn telefoon') {
  const task = await gate.passkeyToMake(browser.from())
  assert.ok(task.ok)
  browser.keep(task.cookies)
  return { device, outcome: await gate.addPasskey({ answer: device.make(task.options), name }, browser.from()) }
}
/** Somebody with a passkey, signed in. */
async function keyed(email: string) {
  const accountId = await account(email)
  const browser = await signedIn(email)
  const { device, outcome } = await added(browser)
  assert.deepEqual(outcome, { ok: true })
  return { accountId, browser, device }
}
async function asked(browser: Browser = aBrowser(`198.51.100.${++place}`)) {
  const task = await gate.passkeyToSignIn(browser.from())
  browser.keep(task.cookies)
  return { browser, options: task.options }
}
const into = async (browser: Browser, answer: string) => {
  const signed = await gate.signInByPasskey(answer, browser.from())
  if ('cookies' in signed) browser.keep(signed.cookies)
  return signed.ok ? 'in' : signed.because
}
const twoSteps = async (browser: Browser) => {
  const started = await gate.startTotp(goodPassword, browser.from())
  assert.ok(started.ok)
  const confirmed = await gate.confirmTotp(codeOf(started.secret), browser.from())
  browser.keep(confirmed.ok ? confirmed.cookies : [])
  return started.secret
}

test('a passkey is added, named, listed, told by mail, used and removed', async () => {
  const { accountId, browser, device } = await keyed('key@example.nl')
  const [known] = await gate.passkeys(browser.from())
  assert.deepEqual([known?.name, known?.usedAt], ['Mijn telefoon', undefined])
  await gate.idle()
  assert.deepEqual(
    sent.filter((letter) => letter.to === 'key@example.nl').map(({ kind }) => kind),
    ['passkey-added'],
  )
  const { browser: elsewhere, options } = await asked()
  assert.ok(!JSON.stringify(options).includes('allowCredentials'), 'the question does not say who has which')
  assert.equal(await into(elsewhere, device.use(options)), 'in')
  assert.equal((await gate.whoIs(elsewhere.from().headers))?.accountId, accountId)
  assert.ok((await gate.passkeys(browser.from()))[0]?.usedAt)
  assert.equal((await rows(db, sql`select from gate.session where user_id = ${accountId}`)).length, 2, 'one each')
  assert.equal(await gate.removePasskey(known?.id as string, elsewhere.from()), true)
  assert.deepEqual(await gate.passkeys(browser.from()), [])
  const gone = await asked()
  assert.equal(await into(gone.browser, device.use(gone.options)), 'wrong')
})
test('it counts as two steps only when the device made sure who held it', async () => {
  const { browser, device, accountId } = await keyed('uv@example.nl')
  const secret = await twoSteps(browser)
  await rows(db, sql`delete from gate.used_codes`)
  const sure = await asked()
  assert.equal(await into(sure.browser, device.use(sure.options)), 'in')
  await rows(db, sql`delete from gate.session where user_id = ${accountId}`)
  const unsure = await asked()
  assert.equal(await into(unsure.browser, device.use(unsure.options, { verified: false })), 'second-step')
  assert.equal(await gate.whoIs(unsure.browser.from().headers), undefined)
  assert.equal((await rows(db, sql`select from gate.session where user_id = ${accountId}`)).length, 0)
  const step = await gate.secondStep({ code: codeOf(secret) }, unsure.browser.from())
  unsure.browser.keep(step.cookies)
  assert.equal((await gate.whoIs(unsure.browser.from().headers))?.accountId, accountId)
})
test('an answer works once, for the browser that was asked, for this house, and unchanged', async () => {
  const { device } = await keyed('once@example.nl')
  const { browser, options } = await asked()
  const answer = device.use(options)
  const other = (await asked()).browser
  assert.equal(await into(other, answer), 'wrong', 'another browser was asked something else')
  const both = await Promise.all([into(browser, answer), into(browser, answer)])
  assert.deepEqual(both.sort(), ['in', 'wrong'])
  assert.equal(await into(browser, answer), 'wrong', 'nor later')
  const bent = async (manner: Parameters<typeof device.use>[1], change = (text: string) => text) => {
    const next = await asked()
    return into(next.browser, change(device.use(next.options, manner)))
  }
  assert.equal(await bent({ origin: 'https://huis.example.nl.evil.example' }), 'wrong')
  assert.equal(await bent({ challenge: 'AAAA' }), 'wrong')
  assert.equal(await bent({ counter: 1 }), 'wrong', 'a copy of the key counts from where it was copied')
  assert.equal(await bent({}, (text) => text.replace(/"signature":"..../, '"signature":"AAAA')), 'wrong')
  assert.equal(await bent({}), 'in')
  const stranger = await asked()
  assert.equal(await into(stranger.browser, aDevice().use(stranger.options)), 'wrong')
  for (const odd of [
    '',
    '{}',
    'null',
    '[]',
    '{"id":1}',
    'x'.repeat(30_000),
    '{"id":"a","rawId":"a","type":"public-key"}',
  ])
    assert.equal(await into((await asked()).browser, odd), 'wrong', odd.slice(0, 20))
})
test('a question to sign in is no question to add, and the other way round', async () => {
  const { browser, device } = await keyed('mix@example.nl')
  const question = await asked(browser)
  const wrong = await gate.addPasskey({ answer: device.make(question.options), name: 'x' }, browser.from())
  assert.deepEqual(wrong, { ok: false, because: 'wrong' })
  const task = await gate.passkeyToMake(browser.from())
  assert.ok(task.ok)
  browser.keep(task.cookies)
  assert.equal(await into(browser, device.use({ ...(task.options as object), rpId: 'huis.example.nl' })), 'wrong')
})
test('adding and removing ask to prove oneself again after a quarter of an hour', async () => {
  const { accountId, browser } = await keyed('stale@example.nl')
  const task = await gate.passkeyToMake(browser.from())
  assert.ok(task.ok)
  browser.keep(task.cookies)
  await rows(db, sql`update gate.session set fresh_at = now() - interval '16 minutes' where user_id = ${accountId}`)
  assert.deepEqual(await gate.passkeyToMake(browser.from()), { ok: false, because: 'stale' })
  const late = await gate.addPasskey({ answer: aDevice().make(task.options), name: 'x' }, browser.from())
  assert.deepEqual(late, { ok: false, because: 'stale' })
  const id = (await gate.passkeys(browser.from()))[0]?.id as string
  assert.equal(await gate.removePasskey(id, browser.from()), false)
  assert.ok((await gate.provePassword(goodPassword, browser.from())).ok)
  assert.equal(await gate.removePasskey(id, browser.from()), true)
  assert.deepEqual(await gate.passkeyToMake(aBrowser().from()), { ok: false, because: 'signed-out' })
})
test('nobody removes another’s, adds to another’s, or adds the same twice', async () => {
  const mine = await keyed('mine@example.nl')
  const theirs = await keyed('theirs@example.nl')
  const id = (await gate.passkeys(theirs.browser.from()))[0]?.id as string
  assert.equal(await gate.removePasskey(id, mine.browser.from()), false)
  assert.equal((await gate.passkeys(theirs.browser.from())).length, 1)
  const again = await added(mine.browser, theirs.device)
  assert.deepEqual(again.outcome, { ok: false, because: 'wrong' }, 'their key does not become mine')
  const task = await gate.passkeyToMake(mine.browser.from())
  assert.ok(task.ok)
  theirs.browser.keep(task.cookies)
  const swapped = await gate.addPasskey({ answer: aDevice().make(task.options), name: 'x' }, theirs.browser.from())
  assert.deepEqual(swapped, { ok: false, because: 'wrong' }, 'my question is not answered in their session')
})
test('proving oneself again: an own passkey that made sure, or the code of the second step', async () => {
  const { accountId, browser, device } = await keyed('again@example.nl')
  const other = await keyed('another@example.nl')
  const secret = await twoSteps(browser)
  await rows(db, sql`delete from gate.used_codes`)
  const stale = () =>
    rows(db, sql`update gate.session set fresh_at = now() - interval '3 hours' where user_id = ${accountId}`)
  const hours = async () =>
    Math.round((Date.now() - ((await gate.whoIs(browser.from().headers))?.freshAt.getTime() ?? 0)) / 3_600_000)
  const prove = async (by: typeof device, manner = {}) => {
    const task = await gate.passkeyToProve(browser.from())
    browser.keep(task.cookies)
    return (await gate.provePasskey(by.use(task.options, manner), browser.from())).ok
  }
  await stale()
  assert.equal(await prove(other.device), false, 'somebody else’s')
  assert.equal(await prove(device, { verified: false }), false, 'only touched')
  assert.equal(await hours(), 3)
  assert.equal(await prove(device), true)
  assert.equal(await hours(), 0)
  await stale()
  for (const wrong of ['', '000000', 'abcdef']) assert.equal((await gate.proveCode(wrong, browser.from())).ok, false)
  const code = codeOf(secret)
  assert.deepEqual(await gate.proveCode(code, browser.from()), { ok: true })
  assert.equal(await hours(), 0)
  assert.deepEqual(await gate.proveCode(code, browser.from()), { ok: false, because: 'wrong' }, 'once')
  for (let i = 0; i < 8; i += 1) await gate.proveCode(String(200_000 + i), browser.from())
  assert.deepEqual(await gate.proveCode(codeOf(secret, 1), browser.from()), { ok: false, because: 'locked' })
  await assert.rejects(gate.demoProve(browser.from()), /demo only/)
})
test('the database has only what is public of a key, and no question in the open', async () => {
  const { browser, device } = await keyed('digest@example.nl')
  const { options } = await asked(browser)
  const kept = JSON.stringify(await rows(db, sql`select identifier from gate.verification`))
  const cookie = decodeURIComponent(browser.jar.get('__Host-gate.passkey') as string).split('.')[0] as string
  assert.ok(cookie && !kept.includes(cookie))
  assert.ok(device.use(options).length > 0)
})
