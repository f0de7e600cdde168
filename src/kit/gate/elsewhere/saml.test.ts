import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { afterEach, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { freshDatabase } from '#test/engine.ts'
import { type Answer, aSamlProvider, entityOfIdp } from '#test/samlidp.ts'
import { aBrowser, aGate, codeOf, goodPassword, rows } from '../trial.ts'
import type { Purpose } from './away.ts'

const db = await freshDatabase()
const { gate, account } = aGate(db)
afterEach(() => gate.idle())
const elders = aSamlProvider()
const give = (id: string, settings: Record<string, unknown> = {}) =>
  gate.addProvider({
    ...{ id, name: 'Elders', kind: 'saml', metadata: elders.metadata, domains: ['vertrouwd.example'] },
    ...{ attributes: ['nlEduPersonHomeOrganizationId'], ...settings },
  })
assert.deepEqual(await give('elders'), { ok: true })
const to = (await gate.providerMetadata('elders')) as string
type Browser = ReturnType<typeof aBrowser>
let place = 0
const aPlace = () => aBrowser(`198.51.100.${++place}`)

async function sent(browser: Browser, purpose: Purpose = { for: 'in' }) {
  const away = await gate.sendAway({ provider: 'elders', path: '/mij', purpose }, browser.from())
  assert.ok(away.ok)
  browser.keep(away.cookies)
  const asked = new URL(away.url).searchParams
  const request = inflateRawSync(Buffer.from(asked.get('SAMLRequest') as string, 'base64')).toString()
  return { url: away.url, state: asked.get('RelayState') as string, id: / ID="([^"]+)"/.exec(request)?.[1] as string }
}
type Said = Partial<Answer> & { bent?: (xml: string) => string; idp?: typeof elders }
async function posted({ state, id }: { state: string; id: string }, { bent, idp = elders, ...given }: Said = {}) {
  const context = await idp.answer({ to, inResponseTo: id, ...given })
  const xml = Buffer.from(context, 'base64').toString()
  const SAMLResponse = bent ? Buffer.from(bent(xml)).toString('base64') : context
  return gate.postedAnswer('elders', { SAMLResponse, RelayState: state })
}
const fetched = async (browser: Browser, path: string) => {
  const arrived = await gate.comeBack('elders', new URL(path, 'https://x').searchParams, browser.from())
  browser.keep(arrived.cookies)
  return arrived.ok ? 'in' : arrived.because
}
async function through(browser: Browser, said: Said = {}, purpose?: Purpose) {
  const outcome = await posted(await sent(browser, purpose), said)
  return outcome.ok ? fetched(browser, outcome.path) : 'not believed'
}
const who = async (browser: Browser) => (await gate.whoIs(browser.from().headers))?.accountId
async function linked(email: string, nameId: string) {
  const accountId = await account(email)
  const browser = aPlace()
  const answer = await gate.signIn({ email, password: goodPassword }, browser.from())
  browser.keep(answer.ok ? answer.cookies : [])
  assert.equal(await through(browser, { nameId }, { for: 'link', accountId }), 'in')
  return { accountId, browser }
}

test('whoever linked herself comes in by a signed assertion, and only in the browser that was sent', async () => {
  const { accountId } = await linked('saml@example.nl', 'saml-1')
  const browser = aPlace()
  const question = await sent(browser)
  assert.ok(question.url.startsWith('https://elders.example/saml/in?SAMLRequest='))
  const outcome = await posted(question, { nameId: 'saml-1' })
  assert.ok(outcome.ok)
  assert.match(outcome.path, /^\/inloggen\/via\/elders\/terug\?state=[^&]+&bewijs=[\w-]{32}$/)
  assert.equal(await fetched(aPlace(), outcome.path), 'expired', 'put upon somebody else, it signs nobody in')
  const other = aPlace()
  await sent(other)
  assert.equal(await fetched(other, outcome.path), 'expired')
  assert.equal(await fetched(browser, outcome.path), 'in')
  assert.equal(await who(browser), accountId)
  assert.equal(await fetched(browser, outcome.path), 'expired', 'once')
})
test('what is not signed by them, for us, here, now, and to this question, is not believed', async (t) => {
  const said = t.mock.method(console, 'error', () => {})
  await linked('lies@example.nl', 'lies-1')
  const impostor = aSamlProvider(entityOfIdp, generateKeyPairSync('rsa', { modulusLength: 2048 }))
  const old = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const signature = /<(\w+:)?Signature[\s\S]*<\/(\w+:)?Signature>/
  const lies: Record<string, Said> = {
    'no signature': { bent: (xml) => xml.replace(signature, '') },
    'another name in what was signed': { bent: (xml) => xml.replace('>lies-1<', '>saml-1<') },
    'another key': { idp: impostor },
    'another issuer': { says: { Issuer: 'https://evil.example/saml' } },
    'for another house': { says: { Audience: 'https://evil.example' } },
    'at another address': { says: { SubjectRecipient: 'https://evil.example/in' } },
    'sent to another address': { says: { Destination: 'https://evil.example/in' } },
    'to no question of ours': { inResponseTo: '_never-asked' },
    'to no question at all': { inResponseTo: '' },
    ended: { says: { ConditionsNotOnOrAfter: old(-10) } },
    'not yet': { says: { ConditionsNotBefore: old(10) } },
    'no success': { says: { StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Responder' } },
    'two assertions': { bent: (xml) => xml.replace(/(<saml:Assertion[\s\S]*<\/saml:Assertion>)/, '$1$1') },
    'one wrapped around the signed one': { bent: wrapped },
    'an entity': { bent: (xml) => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${xml}` },
    'no XML': { bent: () => 'niets' },
  }
  for (const [what, lie] of Object.entries(lies))
    assert.equal(await through(aPlace(), { nameId: 'lies-1', ...lie }), 'not believed', what)
  const log = said.mock.calls.map(({ arguments: [line] }) => String(line)).join('\n')
  assert.ok(!/lies-1|evil|passwd/.test(log), log)
  assert.equal(await through(aPlace(), { nameId: 'lies-1' }), 'in', 'and the right one is')
})

/** The well-known trick: the signed assertion is moved aside, and an unsigned one of somebody else stands in its place. */
function wrapped(xml: string): string {
  const [signed = ''] = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml) ?? []
  const forged = signed
    .replace(/<(\w+:)?Signature[\s\S]*<\/(\w+:)?Signature>/, '')
    .replace(/ ID="[^"]+"/, ' ID="_forged"')
    .replace('>lies-1<', '>saml-1<')
  return xml.replace(signed, `${forged}<samlp:Extensions>${signed}</samlp:Extensions>`)
}

test('an answer counts once, also for another question', async () => {
  await linked('again@example.nl', 'again-1')
  const browser = aPlace()
  const question = await sent(browser)
  const answer = {
    SAMLResponse: await elders.answer({ to, inResponseTo: question.id, nameId: 'again-1' }),
    RelayState: question.state,
  }
  const outcomes = [await gate.postedAnswer('elders', answer), await gate.postedAnswer('elders', answer)]
  assert.deepEqual(
    outcomes.map(({ ok }) => ok),
    [true, false],
  )
  const next = await sent(aPlace())
  assert.equal((await gate.postedAnswer('elders', { ...answer, RelayState: next.state })).ok, false)
  assert.equal((await gate.postedAnswer('elders', { ...answer, RelayState: '' })).ok, false)
  assert.equal((await gate.postedAnswer('niemand', answer)).ok, false)
})
test('nobody is made, nothing is kept but one-time words; the second step is asked', async () => {
  const before = await rows(db, sql`select from gate.user`)
  const browser = aPlace()
  const outcome = await posted(await sent(browser), { nameId: 'stranger', mail: 'saml@example.nl', code: '11ZZ03' })
  assert.ok(outcome.ok)
  const whole = JSON.stringify(await rows(db, sql`select * from gate.verification`))
  assert.ok(!whole.includes('stranger') && !whole.includes('saml@example.nl'), 'not even who it was')
  const arrived = await gate.comeBack('elders', new URL(outcome.path, 'https://x').searchParams, browser.from())
  assert.ok(!arrived.ok && arrived.because === 'unknown')
  assert.deepEqual(arrived.attributes['nlEduPersonHomeOrganizationId'], ['11ZZ03'])
  assert.equal((await rows(db, sql`select from gate.user`)).length, before.length)

  const { accountId, browser: desk } = await linked('samlsteps@example.nl', 'steps-1')
  const started = await gate.startTotp(goodPassword, desk.from())
  assert.ok(started.ok && (await gate.confirmTotp(codeOf(started.secret), desk.from())).ok)
  const elsewhere = aPlace()
  assert.equal(await through(elsewhere, { nameId: 'steps-1' }), 'second-step')
  assert.equal(await who(elsewhere), undefined)
  assert.ok(accountId)
})
test('an existing account is found by mail only for a domain the provider is trusted with', async () => {
  const accountId = await account('anna@vertrouwd.example')
  const browser = aPlace()
  assert.equal(await through(browser, { nameId: 'anna', mail: 'Anna@Vertrouwd.example' }), 'in')
  assert.equal(await who(browser), accountId)
  await account('berta@elders.example')
  assert.equal(await through(aPlace(), { nameId: 'berta', mail: 'berta@elders.example' }), 'unknown')
})
test('proving again by SAML asks for it anew, and counts only when the signed answer says that it was just now', async () => {
  const { accountId, browser } = await linked('proof@example.nl', 'proof-1')
  const again = { for: 'proof', accountId } as const
  const away = await gate.sendAway({ provider: 'elders', path: '/mij', purpose: again }, browser.from())
  assert.ok(away.ok)
  const asked = inflateRawSync(
    Buffer.from(new URL(away.url).searchParams.get('SAMLRequest') as string, 'base64'),
  ).toString()
  assert.match(asked, /<samlp:AuthnRequest ForceAuthn="true" /)
  assert.doesNotMatch((await sent(aPlace())).url, /ForceAuthn/)
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
  const she = { nameId: 'proof-1' }
  assert.equal(await through(browser, she, again), 'refused', 'not said')
  assert.equal(await through(browser, { ...she, provedAt: ago(60) }, again), 'refused', 'an hour ago')
  const newer = (xml: string) => xml.replace(/AuthnInstant="[^"]+"/, `AuthnInstant="${ago(0).toISOString()}"`)
  assert.equal(await through(browser, { ...she, provedAt: ago(60), bent: newer }, again), 'not believed')
  const loose = `<saml:AuthnStatement AuthnInstant="${ago(0).toISOString()}"/>`
  const tricks: Record<string, (xml: string) => string> = {
    'beside the assertion': (xml) =>
      xml.replace('<saml:Assertion', `<samlp:Extensions>${loose}</samlp:Extensions><saml:Assertion`),
    'in a comment inside': (xml) => xml.replace('</saml:Assertion>', `<!--${loose}--></saml:Assertion>`),
    'as text inside': (xml) =>
      xml
        .replace('>proof-1<', `><![CDATA[proof-1]]><`)
        .replace('</saml:Assertion>', `<!-- ${loose} --></saml:Assertion>`),
    'to the machine': (xml) =>
      xml.replace('<saml:Assertion', `<?x <saml:Assertion>${loose}</saml:Assertion>?><saml:Assertion`),
  }
  for (const [what, bent] of Object.entries(tricks))
    assert.notEqual(await through(browser, { ...she, bent }, again), 'in', what)
  await linked('proofother@example.nl', 'proof-2')
  assert.equal(await through(browser, { nameId: 'proof-2', provedAt: ago(0) }, again), 'refused', 'somebody else')
  await db.gate.execute(sql`update gate.session set fresh_at = now() - interval '1 hour'`)
  assert.equal(await through(browser, { ...she, provedAt: ago(1) }, again), 'in')
  const [row] = await rows(
    db,
    sql`select fresh_at > now() - interval '1 minute' as fresh from gate.session s join gate.user u on u.id = s.user_id
      where u.email = 'proof@example.nl' order by s.created_at desc limit 1`,
  )
  assert.deepEqual(row, { fresh: true })
})
test('by another attribute than the name, where the operator says so', async () => {
  assert.deepEqual(await give('anders', { subject: 'uid', domains: [] }), { ok: true })
  const accountId = await account('uid@example.nl')
  const browser = aPlace()
  const signed = await gate.signIn({ email: 'uid@example.nl', password: goodPassword }, browser.from())
  browser.keep(signed.ok ? signed.cookies : [])
  const metadata = (await gate.providerMetadata('anders')) as string
  const go = async (at: Browser, purpose: Purpose, says: { nameId: string; uid: string }) => {
    const away = await gate.sendAway({ provider: 'anders', path: '/', purpose }, at.from())
    assert.ok(away.ok)
    at.keep(away.cookies)
    const asked = new URL(away.url).searchParams
    const request = inflateRawSync(Buffer.from(asked.get('SAMLRequest') as string, 'base64')).toString()
    const SAMLResponse = await elders.answer({
      ...{ to: metadata, inResponseTo: / ID="([^"]+)"/.exec(request)?.[1] as string, ...says },
    })
    const outcome = await gate.postedAnswer('anders', { SAMLResponse, RelayState: asked.get('RelayState') as string })
    if (!outcome.ok) return 'not believed'
    const arrived = await gate.comeBack('anders', new URL(outcome.path, 'https://x').searchParams, at.from())
    at.keep(arrived.cookies)
    return arrived.ok ? 'in' : arrived.because
  }
  assert.equal(await go(browser, { for: 'link', accountId }, { nameId: 'today', uid: 'always@realm' }), 'in')
  assert.equal(await go(aPlace(), { for: 'in' }, { nameId: 'tomorrow', uid: 'always@realm' }), 'in')
  assert.equal(await go(aPlace(), { for: 'in' }, { nameId: 'today', uid: 'other@realm' }), 'unknown')
  assert.equal(await go(aPlace(), { for: 'in' }, { nameId: 'today', uid: '' }), 'not believed')
})
test('metadata that is none is not taken over', async () => {
  for (const metadata of [
    '',
    '<x/>',
    `<!DOCTYPE x>${elders.metadata}`,
    to,
    elders.metadata.replace('https://elders.example/saml/in', 'javascript:alert(1)'),
  ]) {
    const outcome = await give('mis', { metadata })
    assert.equal(!outcome.ok && outcome.because, 'unreachable', metadata.slice(0, 40))
  }
})
