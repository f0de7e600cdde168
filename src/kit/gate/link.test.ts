import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/engine.ts'
import { aBrowser, aGate, codeOf, goodPassword, isProven, rows } from './trial.ts'

const db = await freshDatabase()
const { gate, sent, account } = aGate(db)
afterEach(() => gate.idle())
type Browser = ReturnType<typeof aBrowser>
let place = 0

/** Asks for a link in a browser of its own, and opens the letter. */
async function asked(email: string, browser: Browser = aBrowser(`198.51.100.${++place}`)) {
  browser.keep((await gate.requestLink({ email, path: '/mij' }, browser.from())).cookies)
  await gate.idle()
  const letter = sent.findLast((one) => one.to === email && one.kind === 'link')
  return { browser, letter, token: letter?.kind === 'link' ? letter.token : '' }
}
const into = async (browser: Browser, token: string) => {
  const answer = await gate.signInByLink(token, browser.from())
  if ('cookies' in answer) browser.keep(answer.cookies)
  return answer.ok ? 'in' : answer.because
}

test('a link in a letter signs in once, after a press of the button', async () => {
  const accountId = await account('link@example.nl')
  const { browser, letter, token } = await asked('link@example.nl')
  assert.deepEqual(
    { ...letter, token: '' },
    {
      ...{ kind: 'link', to: 'link@example.nl', name: 'Sanne de Wit', language: undefined, token: '', path: '/mij' },
      minutes: 15,
    },
  )
  for (let looks = 0; looks < 3; looks += 1) assert.equal(await gate.linkStands(token, browser.from()), true)
  assert.equal(await gate.whoIs(browser.from().headers), undefined, 'looking signs nobody in')
  assert.equal(await isProven(db, accountId), false, 'nor is the address proven by asking')
  const presses = await Promise.all([1, 2, 3].map(() => into(browser, token)))
  assert.deepEqual(presses.sort(), ['expired', 'expired', 'in'])
  assert.equal(await isProven(db, accountId), true)
  assert.equal((await gate.whoIs(browser.from().headers))?.accountId, accountId)
  assert.equal(await gate.linkStands(token, browser.from()), false)
  assert.equal((await gate.sessions(browser.from()))[0]?.device, 'Trial')
})
test('a link that was passed on, guessed or opened elsewhere opens nothing', async () => {
  await account('forwarded@example.nl')
  const { browser, token } = await asked('forwarded@example.nl')
  const elsewhere = aBrowser('198.51.100.200')
  const alsoAsked = (await asked('nobody@example.nl')).browser
  for (const other of [elsewhere, alsoAsked]) {
    assert.equal(await gate.linkStands(token, other.from()), false)
    assert.equal(await into(other, token), 'expired')
  }
  for (const wrong of ['', 'x', `${token}x`, token.slice(1)]) assert.equal(await into(browser, wrong), 'expired')
  const forged = aBrowser()
  forged.jar.set('__Host-gate.link', `${browser.jar.get('__Host-gate.link')}x`)
  assert.equal(await into(forged, token), 'expired')
  assert.equal(await into(browser, token), 'in', 'whoever asked still comes in')
})
test('nobody can tell whether there is such an account', async () => {
  await account('known@example.nl')
  const before = sent.length
  const answers = []
  for (const email of ['known@example.nl', 'unknown@example.nl', '<script>', '']) {
    const { cookies } = await gate.requestLink({ email }, aBrowser(`198.51.100.${++place}`).from())
    answers.push(cookies.map((line) => line.replace(/=[^;]+/, '=…')))
  }
  await gate.idle()
  assert.equal(new Set(answers.map((cookies) => JSON.stringify(cookies))).size, 1)
  assert.deepEqual(answers[0], ['__Host-gate.link=…; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=900'])
  assert.equal(sent.length, before + 1)
})
test('asking does not wait for the post', async () => {
  const post = Promise.withResolvers<void>()
  const slow = aGate(db, { sendMail: () => post.promise })
  await slow.account('slowlink@example.nl')
  assert.equal(
    (await slow.gate.requestLink({ email: 'slowlink@example.nl' }, aBrowser('203.0.113.77').from())).cookies.length,
    1,
  )
  post.resolve()
  await slow.gate.idle()
})
test('nobody’s mailbox is flooded, from however many places', async () => {
  await account('flooded@example.nl')
  for (let i = 0; i < 6; i += 1) await asked('flooded@example.nl')
  assert.equal(sent.filter((letter) => letter.to === 'flooded@example.nl').length, 3)
})
test('a link ends after a quarter of an hour, and when the password changes', async () => {
  const accountId = await account('late@example.nl')
  const first = await asked('late@example.nl')
  await rows(
    db,
    sql`update gate.verification set expires_at = expires_at - interval '15 minutes' where value = ${accountId}`,
  )
  assert.equal(await gate.linkStands(first.token, first.browser.from()), false)
  assert.equal(await into(first.browser, first.token), 'expired')
  const second = await asked('late@example.nl')
  const desk = aBrowser('198.51.100.201')
  const signed = await gate.signIn({ email: 'late@example.nl', password: goodPassword }, desk.from())
  desk.keep(signed.ok ? signed.cookies : [])
  const next = 'nog vijf groene kamelen'
  assert.ok((await gate.changePassword({ current: goodPassword, next }, desk.from())).ok)
  assert.equal(await into(second.browser, second.token), 'expired')
})
test('a link does not get round the second step', async () => {
  const accountId = await account('steps@example.nl')
  const desk = aBrowser('198.51.100.202')
  const signed = await gate.signIn({ email: 'steps@example.nl', password: goodPassword }, desk.from())
  desk.keep(signed.ok ? signed.cookies : [])
  const started = await gate.startTotp(goodPassword, desk.from())
  assert.ok(started.ok && (await gate.confirmTotp(codeOf(started.secret), desk.from())).ok)
  await rows(db, sql`delete from gate.session where user_id = ${accountId}`)
  const { browser, token } = await asked('steps@example.nl')
  assert.equal(await into(browser, token), 'second-step')
  assert.equal(await gate.whoIs(browser.from().headers), undefined)
  assert.equal((await rows(db, sql`select from gate.session where user_id = ${accountId}`)).length, 0, 'nor a session')
  for (let i = 0; i < 5; i += 1) {
    const wrong = await gate.secondStep({ code: String(100_000 + i) }, browser.from())
    assert.equal(!wrong.ok && wrong.because, 'wrong')
  }
  const spent = await gate.secondStep({ code: codeOf(started.secret, 1) }, browser.from())
  assert.equal(!spent.ok && spent.because, 'expired', 'five guesses end the attempt, as after a password')
  await rows(db, sql`delete from gate.used_codes where user_id = ${accountId}`)
  const again = await asked('steps@example.nl')
  assert.equal(await into(again.browser, again.token), 'second-step')
  const right = await gate.secondStep({ code: codeOf(started.secret, 1) }, again.browser.from())
  again.browser.keep(right.cookies)
  assert.equal((await gate.whoIs(again.browser.from().headers))?.accountId, accountId)
})
test('the database knows neither half of the link', async () => {
  await account('digest@example.nl')
  const { browser, token } = await asked('digest@example.nl')
  const half = decodeURIComponent(browser.jar.get('__Host-gate.link') as string).split('.')[0] as string
  const kept = JSON.stringify(await rows(db, sql`select * from gate.verification`))
  assert.ok(token && half && !kept.includes(token) && !kept.includes(half))
})
test('a session that somebody planted is not the one that is signed in', async () => {
  await account('plantedlink@example.nl')
  const attacker = aBrowser('198.51.100.203')
  const mine = await gate.signIn({ email: 'plantedlink@example.nl', password: goodPassword }, attacker.from())
  attacker.keep(mine.ok ? mine.cookies : [])
  const victim = aBrowser('198.51.100.204')
  victim.jar.set('__Host-gate.session_token', attacker.jar.get('__Host-gate.session_token') as string)
  const { token } = await asked('plantedlink@example.nl', victim)
  assert.equal(await into(victim, token), 'in')
  assert.equal(await gate.whoIs(attacker.from().headers), undefined)
})
