import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, test } from 'node:test'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { freshDatabase } from '#test/engine.ts'
import { aBrowser, aGate } from '../trial.ts'

/** A provider that lies, each time in one thing. */
const db = await freshDatabase()
const { gate } = aGate(db)
afterEach(() => gate.idle())
const mine = await generateKeyPair('RS256', { extractable: true })
const theirs = await generateKeyPair('RS256')
const secret = 'a secret that both of us know, so no proof of who said it'
let described: (issuer: string) => Record<string, unknown> = () => ({})
let idToken: () => Promise<string> = async () => ''
let userinfo: unknown
let tokenAsked: URLSearchParams | undefined
let tokenHeader: string | undefined

const server = createServer(async (request, answer) => {
  const say = (body: unknown) => answer.end(JSON.stringify(body))
  if (request.url?.endsWith('/.well-known/openid-configuration')) return say(described(issuer))
  if (request.url === '/keys')
    return say({ keys: [{ ...(await exportJWK(mine.publicKey)), kid: 'one', alg: 'RS256' }] })
  if (request.url === '/userinfo') return say(userinfo)
  let body = ''
  for await (const part of request) body += String(part)
  tokenAsked = new URLSearchParams(body)
  tokenHeader = request.headers.authorization
  return say({ id_token: await idToken(), access_token: 'opens the userinfo', token_type: 'Bearer' })
})
server.listen(0, 'localhost')
await once(server, 'listening')
after(() => server.close())
const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
const honest = (at: string): Record<string, unknown> => ({
  ...{ issuer: at, authorization_endpoint: `${at}/auth`, token_endpoint: `${at}/token`, jwks_uri: `${at}/keys` },
  ...{ userinfo_endpoint: `${at}/userinfo`, token_endpoint_auth_methods_supported: ['client_secret_post'] },
})

const give = (id: string, settings: Record<string, unknown> = {}) =>
  gate.addProvider({
    ...{ id, name: 'Leugenaar', kind: 'oidc', issuer, clientId: 'huis', secret, inside: true, domains: [] },
    ...settings,
  })
test('a description that is not right is not taken over', async () => {
  const refused = async (change: Record<string, unknown>, settings: Record<string, unknown> = {}) => {
    described = (at) => ({ ...honest(at), ...change })
    const outcome = await give('mis', settings)
    assert.equal(!outcome.ok && outcome.because, 'unreachable', JSON.stringify(change))
    return outcome.ok ? '' : outcome.what
  }
  assert.match((await refused({ issuer: 'https://evil.example' })) ?? '', /calls itself/)
  for (const endpoint of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint'])
    for (const odd of ['ftp://x/', 'javascript:alert(1)', 'file:///etc/passwd', 'https://a:b@x.example/'])
      await refused({ [endpoint]: odd })
  await refused({ token_endpoint: undefined })
  await refused({ code_challenge_methods_supported: ['plain'] })
  await refused({ token_endpoint_auth_methods_supported: ['private_key_jwt'] })
  await refused({}, { inside: false })
  await refused({}, { inside: false, issuer: 'https://127.0.0.1/' })
  await refused({}, { inside: false, issuer: 'https://169.254.169.254/latest' })
  described = honest
  for (const id of ['Credential', 'credential', '../x', '', 'x'.repeat(40)])
    assert.deepEqual(await give(id), { ok: false, because: 'odd-id' })
  assert.deepEqual(await give('mis', { domains: ['*'] }), { ok: false, because: 'odd-domain' })
  assert.deepEqual(await give('leugenaar'), { ok: true })
  assert.deepEqual(await give('leugenaar'), { ok: false, because: 'exists' })
  assert.deepEqual(
    (await gate.providers()).map(({ id }) => id),
    ['leugenaar'],
  )
})

async function away() {
  const browser = aBrowser()
  const sent = await gate.sendAway({ provider: 'leugenaar', path: '/', purpose: { for: 'in' } }, browser.from())
  assert.ok(sent.ok)
  browser.keep(sent.cookies)
  const asked = new URL(sent.url).searchParams
  const answer = new URLSearchParams({ state: asked.get('state') as string, code: 'a code' })
  return { nonce: asked.get('nonce'), back: () => gate.comeBack('leugenaar', answer, browser.from()) }
}
const now = Math.floor(Date.now() / 1000)
const rightly = (nonce: string | null): JWTPayload => ({
  ...{ iss: issuer, aud: 'huis', sub: 'somebody', iat: now, exp: now + 300, nonce },
})

type Lie = {
  claims?: JWTPayload
  sign?: (token: SignJWT, claims: JWTPayload) => Promise<string>
  info?: unknown
  drop?: string
}
async function told({ claims = {}, sign, info, drop }: Lie = {}) {
  const { nonce, back } = await away()
  const whole: JWTPayload = { ...rightly(nonce), ...claims }
  if (drop) delete whole[drop]
  const token = new SignJWT(whole).setProtectedHeader({ alg: 'RS256', kid: 'one' })
  idToken = () => (sign ? sign(token, whole) : token.sign(mine.privateKey))
  userinfo = info ?? { sub: whole.sub }
  const arrived = await back()
  return arrived.ok ? 'in' : arrived.because
}

test('what is not signed for us, by them, now, for this journey, is not believed', async (t) => {
  const said = t.mock.method(console, 'error', () => {})
  assert.equal(await told(), 'unknown', 'when nothing is wrong, it is merely somebody we do not know')
  assert.equal(said.mock.callCount(), 0)
  const lies: Record<string, Lie> = {
    'another issuer': { claims: { iss: 'https://evil.example' } },
    'for another house': { claims: { aud: 'een ander' } },
    'for several, not given to us': { claims: { aud: ['huis', 'een ander'] } },
    'given to another': { claims: { aud: ['huis', 'een ander'], azp: 'een ander' } },
    'another nonce': { claims: { nonce: 'of another journey' } },
    'no nonce': { drop: 'nonce' },
    ended: { claims: { iat: now - 400, exp: now - 100 } },
    'made long ago': { claims: { iat: now - 4000, exp: now + 300 } },
    'not yet': { claims: { nbf: now + 600 } },
    'no end': { drop: 'exp' },
    'no subject': { drop: 'sub' },
    'an endless subject': { claims: { sub: 'x'.repeat(300) } },
    'another key': { sign: (token) => token.sign(theirs.privateKey) },
    'no signature': { sign: async () => new UnsecuredJWT({ iss: issuer, aud: 'huis', sub: 'x' }).encode() },
    'signed with the secret we share': {
      sign: (_, claims) =>
        new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret)),
    },
    'no token': { sign: async () => 'niets' },
    'about somebody else': { info: { sub: 'somebody else', email: 'x@y.nl' } },
  }
  for (const [what, lie] of Object.entries(lies)) assert.equal(await told(lie), 'refused', what)
  assert.equal(said.mock.callCount(), Object.keys(lies).length, 'each is told to the operator')
  const log = said.mock.calls.map(({ arguments: [line] }) => String(line)).join('\n')
  assert.ok(!/somebody|evil|een ander/.test(log), 'in words that say nothing of who')
})
test('who we are is said as the provider wants it, with PKCE', async () => {
  await told()
  assert.equal(tokenHeader, undefined)
  assert.deepEqual(
    ['grant_type', 'client_id', 'client_secret'].map((name) => tokenAsked?.get(name)),
    ['authorization_code', 'huis', secret],
  )
  assert.match(tokenAsked?.get('code_verifier') ?? '', /^[\w-]{43}$/)
})
test('what a provider sends along is held to a decent size', async () => {
  const { nonce, back } = await away()
  const more = { long: 'x'.repeat(1000), many: Array.from({ length: 50 }, () => 'y'), deep: { a: 1 }, figure: 3 }
  const token = new SignJWT({ ...rightly(nonce), ...more }).setProtectedHeader({ alg: 'RS256', kid: 'one' })
  idToken = () => token.sign(mine.privateKey)
  userinfo = { sub: 'somebody' }
  const arrived = await back()
  assert.ok(!arrived.ok && arrived.because === 'unknown')
  const { long, many, deep, figure } = arrived.attributes
  assert.deepEqual([long, many?.length, deep, figure], [undefined, 20, undefined, undefined])
})
