import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/engine.ts'
import { aProvider, clientSecret } from '#test/provider.ts'
import { aBrowser, aGate, codeOf, goodPassword, rows } from '../trial.ts'
import type { Purpose } from './away.ts'
import { tookTwoStepsThere } from './identity.ts'

const db = await freshDatabase()
const { gate, sent, account } = aGate(db)
afterEach(() => gate.idle())
const back = 'https://huis.example.nl/inloggen/via/elders/terug'
const elders = await aProvider({ back })
const { issuer } = elders
const added = await gate.addProvider({
  ...{ id: 'elders', name: 'Elders', kind: 'oidc', issuer, clientId: 'huis', secret: clientSecret, inside: true },
  domains: ['vertrouwd.example'],
})
assert.deepEqual(added, { ok: true })
type Browser = ReturnType<typeof aBrowser>
let place = 0
const aPlace = () => aBrowser(`198.51.100.${++place}`)

async function signedIn(email: string) {
  const browser = aPlace()
  const answer = await gate.signIn({ email, password: goodPassword }, browser.from())
  browser.keep(answer.ok ? answer.cookies : [])
  return browser
}
async function sentAway(browser: Browser, purpose: Purpose = { for: 'in' }) {
  const away = await gate.sendAway({ provider: 'elders', path: '/mij', purpose }, browser.from())
  assert.ok(away.ok)
  browser.keep(away.cookies)
  return elders.walk(away.url)
}
async function cameBack(browser: Browser, answer: URL | URLSearchParams) {
  const arrived = await gate.comeBack('elders', answer instanceof URL ? answer.searchParams : answer, browser.from())
  browser.keep(arrived.cookies)
  return arrived.ok ? 'in' : arrived.because
}
const through = async (browser: Browser, purpose?: Purpose) => cameBack(browser, await sentAway(browser, purpose))
const who = async (browser: Browser) => (await gate.whoIs(browser.from().headers))?.accountId
/** Somebody who linked herself. */
async function linked(email: string, subject: string) {
  const accountId = await account(email)
  const browser = await signedIn(email)
  elders.as(subject)
  assert.equal(await through(browser, { for: 'link', accountId }), 'in')
  return { accountId, browser }
}

test('whoever linked herself comes in, is sent where she was going, and only once', async () => {
  const { accountId } = await linked('mine@example.nl', 'sub-mine')
  const browser = aPlace()
  const answer = await sentAway(browser)
  assert.ok(answer.href.startsWith(`${back}?`))
  assert.equal(answer.searchParams.get('iss'), issuer)
  const arrived = await gate.comeBack('elders', answer.searchParams, browser.from())
  const before = browser.from()
  browser.keep(arrived.cookies)
  assert.equal(arrived.ok && arrived.path, '/mij')
  assert.equal(await who(browser), accountId)
  assert.ok(!browser.jar.has('__Host-gate.away'))
  const again = await gate.comeBack('elders', answer.searchParams, before)
  assert.equal(!again.ok && again.because, 'expired')
  await gate.idle()
  assert.deepEqual(
    sent.filter((letter) => letter.to === 'mine@example.nl').map(({ kind }) => kind),
    ['provider-linked'],
  )
})
test('an answer in another browser, of another journey, or guessed, opens nothing', async () => {
  await linked('state@example.nl', 'sub-state')
  const [mine, theirs] = [aPlace(), aPlace()]
  const answer = await sentAway(mine)
  await sentAway(theirs)
  assert.equal(await cameBack(theirs, answer), 'expired', 'an answer put upon somebody else')
  assert.equal(await cameBack(aPlace(), answer), 'expired', 'nor in a browser that was never sent')
  const guessed = new URLSearchParams(answer.searchParams)
  guessed.set('state', 'x'.repeat(32))
  assert.equal(await cameBack(mine, guessed), 'expired')
  assert.equal(await cameBack(mine, new URLSearchParams()), 'expired')
  assert.equal(await cameBack(mine, answer), 'in', 'and none of that spoiled it')
})
test('a code of another journey, or an answer of another issuer, is refused', async () => {
  await linked('code@example.nl', 'sub-code')
  const [one, other] = [aPlace(), aPlace()]
  const [first, second] = [await sentAway(one), await sentAway(other)]
  const mixed = new URLSearchParams(first.searchParams)
  mixed.set('code', second.searchParams.get('code') as string)
  assert.equal(await cameBack(one, mixed), 'refused', 'PKCE: the code belongs to another browser')
  for (const iss of [undefined, 'https://evil.example']) {
    const browser = aPlace()
    const answer = new URLSearchParams((await sentAway(browser)).searchParams)
    if (iss) answer.set('iss', iss)
    else answer.delete('iss')
    assert.equal(await cameBack(browser, answer), 'refused', String(iss))
  }
  const late = aPlace()
  const answer = await sentAway(late)
  await rows(db, sql`update gate.verification set expires_at = now() - interval '1 second'`)
  assert.equal(await cameBack(late, answer), 'expired')
})
test('who says no, or is nobody there, is nobody here', async () => {
  elders.nobody()
  const browser = aPlace()
  assert.equal(await through(browser), 'refused')
  assert.equal(await who(browser), undefined)
})
test('whom we do not know gets no account and nobody’s, only what the provider said of her', async () => {
  await account('victim@example.nl')
  const before = await rows(db, sql`select from gate.user`)
  elders.as('sub-stranger', {
    ...{ email: 'victim@example.nl', email_verified: true, name: 'Victim' },
    ...{ eduPersonAffiliation: ['employee'], nlEduPersonHomeOrganizationId: '11ZZ03' },
  })
  const browser = aPlace()
  const answer = await sentAway(browser)
  const arrived = await gate.comeBack('elders', answer.searchParams, browser.from())
  assert.ok(!arrived.ok && arrived.because === 'unknown', 'a verified address of a domain we do not trust it with')
  assert.deepEqual(
    [arrived.name, arrived.attributes['nlEduPersonHomeOrganizationId'], arrived.attributes['eduPersonAffiliation']],
    ['Victim', ['11ZZ03'], ['employee']],
  )
  assert.equal(await who(browser), undefined)
  assert.equal((await rows(db, sql`select from gate.user`)).length, before.length)
})
test('an existing account is found by mail only when the provider made sure, for a domain it is trusted with', async () => {
  const accountId = await account('anna@vertrouwd.example')
  elders.as('sub-anna', { email: 'anna@vertrouwd.example', email_verified: false })
  assert.equal(await through(aPlace()), 'unknown')
  elders.as('sub-anna', { email: 'anna@vertrouwd.example' })
  assert.equal(await through(aPlace()), 'unknown')
  elders.as('sub-anna', { email: 'anna@vertrouwd.example', email_verified: 'true' as never })
  assert.equal(await through(aPlace()), 'unknown')
  elders.as('sub-anna', { email: 'Anna@Vertrouwd.example', email_verified: true })
  const browser = aPlace()
  assert.equal(await through(browser), 'in')
  assert.equal(await who(browser), accountId)
  elders.as('sub-nobody', { email: 'nobody@vertrouwd.example', email_verified: true })
  assert.equal(await through(aPlace()), 'unknown', 'and nobody is made')
  elders.as('sub-sub', { email: 'anna@x.vertrouwd.example', email_verified: true })
  assert.equal(await through(aPlace()), 'unknown')
})
test('a provider does not get round the second step', async () => {
  const { accountId, browser: desk } = await linked('careful@example.nl', 'sub-careful')
  const started = await gate.startTotp(goodPassword, desk.from())
  assert.ok(started.ok && (await gate.confirmTotp(codeOf(started.secret), desk.from())).ok)
  await rows(db, sql`delete from gate.session where user_id = ${accountId}`)
  const browser = aPlace()
  assert.equal(await through(browser), 'second-step')
  assert.equal(await who(browser), undefined)
  const step = await gate.secondStep({ code: codeOf(started.secret, 1) }, browser.from())
  browser.keep(step.cookies)
  assert.equal(await who(browser), accountId)
})
test('linking: only into the account one began with, only just proved, and nobody’s twice', async () => {
  const { accountId } = await linked('link1@example.nl', 'sub-link')
  const other = await account('link2@example.nl')
  const theirs = await signedIn('link2@example.nl')
  elders.as('sub-link')
  assert.equal(await through(theirs, { for: 'link', accountId: other }), 'taken', 'it is linked to somebody else')
  elders.as('sub-new')
  const answer = await sentAway(theirs, { for: 'link', accountId: other })
  await rows(db, sql`update gate.session set fresh_at = now() - interval '1 hour' where user_id = ${other}`)
  assert.equal(await cameBack(theirs, answer), 'stale')
  const left = await sentAway(theirs, { for: 'link', accountId: other })
  theirs.keep(await gate.signOut(theirs.from()))
  assert.equal(await cameBack(theirs, left), 'signed-out')
  const swapped = await signedIn('link2@example.nl')
  assert.equal(await through(swapped, { for: 'link', accountId }), 'signed-out', 'begun by somebody else')
  assert.deepEqual((await gate.ways(swapped.from())).linked, [])
})
test('a link is ended by its owner, who just proved who she is', async () => {
  const { browser } = await linked('unlink@example.nl', 'sub-unlink')
  const stranger = (await linked('stranger@example.nl', 'sub-strange')).browser
  const [link] = (await gate.ways(browser.from())).linked
  assert.equal(link?.name, 'Elders')
  assert.equal(await gate.unlink(link?.id as string, stranger.from()), false)
  await rows(db, sql`update gate.session set fresh_at = now() - interval '1 hour'`)
  assert.equal(await gate.unlink(link?.id as string, browser.from()), false)
  assert.ok((await gate.provePassword(goodPassword, browser.from())).ok)
  assert.equal(await gate.unlink(link?.id as string, browser.from()), true)
  elders.as('sub-unlink')
  assert.equal(await through(aPlace()), 'unknown')
})
test('by invitation: an account without a password, at the address that the letter proved', async () => {
  elders.as('sub-join', { email: 'other@elsewhere.example', email_verified: true })
  const purpose = { for: 'join', email: 'Join@example.nl', name: 'Jo In' } as const
  const browser = aPlace()
  assert.equal(await through(browser, purpose), 'in')
  const accountId = await who(browser)
  assert.equal(await gate.accountOf('join@example.nl'), accountId)
  assert.deepEqual(await gate.ways(browser.from()), {
    ...{ password: false, code: false, passkeys: 0 },
    linked: (await gate.ways(browser.from())).linked,
  })
  assert.equal((await gate.signIn({ email: 'join@example.nl', password: '' }, aPlace().from())).ok, false)
  elders.as('sub-other-join')
  assert.equal(await through(aPlace(), purpose), 'exists', 'nobody joins into an account that is there')
  elders.as('sub-join')
  assert.equal(await through(aPlace(), purpose), 'in', 'she herself may come back')
})
test('two steps there count when the provider says so, or when it is her only way in', async () => {
  const steps = async (browser: Browser) => (await gate.whoIs(browser.from().headers))?.twoSteps
  await linked('steps@example.nl', 'sub-steps')
  const silent = aPlace()
  assert.equal(await through(silent), 'in')
  assert.equal(await steps(silent), false, 'she has a password too, and it says nothing')
  assert.equal(tookTwoStepsThere({ attributes: { amr: ['pwd', 'mfa'] } }), true)
  assert.equal(tookTwoStepsThere({ attributes: { amr: ['pwd'], acr: ['1'] } }), false)
  elders.as('sub-only', { email: 'only@elsewhere.example', email_verified: true })
  const only = aPlace()
  assert.equal(await through(only, { for: 'join', email: 'only@example.nl', name: 'On Ly' }), 'in')
  assert.equal(await steps(only), true, 'nobody without a password is shut out')
})
test('proving again: the same person, there and now', async () => {
  const { accountId, browser } = await linked('proof@example.nl', 'sub-proof')
  await linked('someone@example.nl', 'sub-someone')
  const age = async () => (Date.now() - ((await gate.whoIs(browser.from().headers))?.freshAt.getTime() ?? 0)) / 60_000
  await rows(db, sql`update gate.session set fresh_at = now() - interval '1 hour' where user_id = ${accountId}`)
  elders.as('sub-someone')
  assert.equal(await through(browser, { for: 'proof', accountId }), 'refused')
  assert.ok((await age()) > 50)
  elders.as('sub-proof')
  const away = await gate.sendAway(
    { provider: 'elders', path: '/mij', purpose: { for: 'proof', accountId } },
    browser.from(),
  )
  assert.ok(away.ok)
  assert.deepEqual(
    ['prompt', 'max_age'].map((name) => new URL(away.url).searchParams.get(name)),
    ['login', '0'],
  )
  browser.keep(away.cookies)
  assert.equal(await cameBack(browser, await elders.walk(away.url)), 'in')
  assert.ok((await age()) < 1)
})
test('what is secret is not in the database: no token, no client secret, no word of a journey', async () => {
  const browser = aPlace()
  elders.as('sub-mine')
  const away = await gate.sendAway({ provider: 'elders', path: '/', purpose: { for: 'in' } }, browser.from())
  assert.ok(away.ok)
  browser.keep(away.cookies)
  const asked = new URL(away.url).searchParams
  assert.deepEqual([asked.get('code_challenge_method'), asked.get('response_type')], ['S256', 'code'])
  const half = decodeURIComponent(browser.jar.get('__Host-gate.away') as string).split('.')[0] as string
  const whole = JSON.stringify([
    await rows(db, sql`select * from gate.verification`),
    await rows(db, sql`select * from gate.provider`),
  ])
  for (const word of [asked.get('state'), asked.get('nonce'), half, clientSecret])
    assert.ok(word && !whole.includes(word))
  const tokens = await rows(
    db,
    sql`select from gate.account where coalesce(access_token, refresh_token, id_token) is not null`,
  )
  assert.deepEqual(tokens, [])
})
test('a provider that is taken away takes its links with it; one that is not there sends nobody', async () => {
  const { browser } = await linked('removed@example.nl', 'sub-removed')
  const answer = await sentAway(browser)
  assert.equal(await gate.removeProvider('elders'), true)
  assert.equal(await gate.removeProvider('elders'), false)
  assert.equal(await cameBack(browser, answer), 'refused')
  assert.deepEqual((await gate.ways(browser.from())).linked, [])
  const away = await gate.sendAway({ provider: 'elders', path: '/', purpose: { for: 'in' } }, browser.from())
  assert.deepEqual(away, { ok: false, because: 'no-provider' })
})
