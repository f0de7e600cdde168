import { createHash, createHmac } from 'node:crypto'
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose'
import { attributesOf, type Identity, NotBelieved } from './identity.ts'
import { addressOf, ask } from './outside.ts'
import type { Provider } from './providers.ts'

type OidcProvider = Extract<Provider, { kind: 'oidc' }>
/** One journey to a provider: the word in the address, the word in the browser, and the house's own secret. */
export type Journey = { state: string; browser: string; secret: string }

// PKCE's verifier and the nonce follow from the journey, so that neither is written down anywhere.
const derived = (what: string, { state, browser, secret }: Journey) =>
  createHmac('sha256', secret).update(['away', what, state, browser].join('\n')).digest('base64url')

/** Where to send the browser. `again`: she must prove there anew who she is. */
export function oidcAddress({ settings }: OidcProvider, journey: Journey, back: string, again: boolean): string {
  const url = addressOf(settings.authorization, settings.inside)
  const challenge = createHash('sha256').update(derived('verifier', journey)).digest('base64url')
  const asked = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: back,
    scope: settings.scope,
    state: journey.state,
    nonce: derived('nonce', journey),
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(again && { prompt: 'login', max_age: '0' }),
  }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  return url.href
}

/** From the code in the address to somebody. Nothing that the provider hands out is kept. */
export async function oidcIdentity(
  provider: OidcProvider,
  { code, iss, journey, back }: { code: string; iss: string | undefined; journey: Journey; back: string },
): Promise<Identity> {
  const { settings } = provider
  // Who has two providers can be made to bring the code of the one to the other; the answer says whose it is.
  if (iss === undefined ? settings.signsAnswers : iss !== settings.issuer) throw new NotBelieved('another issuer')
  const tokens = await exchanged(provider, { code, journey, back })
  const { id_token: idToken, access_token: accessToken } = tokens
  if (typeof idToken !== 'string') throw new NotBelieved('no id token')
  const claims = await believed(provider, idToken, journey)
  const more = typeof accessToken === 'string' ? await userInfo(provider, accessToken, claims.sub) : {}
  return identityOf({ ...more, ...claims, sub: claims.sub })
}

async function exchanged(
  { settings, secret }: OidcProvider,
  { code, journey, back }: { code: string; journey: Journey; back: string },
) {
  const { inside, speaks, clientId, token } = settings
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: back,
    code_verifier: derived('verifier', journey),
    ...(speaks !== 'client_secret_basic' && { client_id: clientId }),
    ...(speaks === 'client_secret_post' && { client_secret: secret ?? '' }),
  }
  const pair = [clientId, secret ?? ''].map((part) => encodeURIComponent(part)).join(':')
  const headers: Record<string, string> =
    speaks === 'client_secret_basic' ? { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } : {}
  return ask(token, { inside, form, headers })
}

// Signed with a key of the provider's own; never with a secret that we share, and never with nothing.
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']

async function believed({ settings }: OidcProvider, idToken: string, journey: Journey) {
  const keys = createLocalJWKSet((await ask(settings.keys, { inside: settings.inside })) as unknown as JSONWebKeySet)
  const { payload } = await jwtVerify(idToken, keys, {
    algorithms,
    issuer: settings.issuer,
    audience: settings.clientId,
    clockTolerance: 60,
    maxTokenAge: 600,
    requiredClaims: ['sub', 'iat', 'exp', 'nonce'],
  }).catch((fault: Error) => {
    throw new NotBelieved(fault.name)
  })
  if (payload['nonce'] !== derived('nonce', journey)) throw new NotBelieved('another nonce')
  if (!isForUs(payload, settings.clientId)) throw new NotBelieved('another party')
  const { sub } = payload
  if (!sub || sub.length > 255) throw new NotBelieved('no subject')
  return { ...payload, sub }
}

/** Meant for several, it must say that it was given to us. */
function isForUs({ aud, azp }: JWTPayload, clientId: string): boolean {
  if (azp !== undefined) return azp === clientId
  return !Array.isArray(aud) || aud.length === 1
}

/** Some keep the mail address and the attributes for a second question. It must be about the same person. */
async function userInfo({ settings }: OidcProvider, accessToken: string, sub: string) {
  if (!settings.userinfo) return {}
  const headers = { authorization: `Bearer ${accessToken}` }
  const said = await ask(settings.userinfo, { inside: settings.inside, headers })
  if (said['sub'] !== sub) throw new NotBelieved('another subject')
  return said
}

function identityOf(claims: Record<string, unknown> & { sub: string }): Identity {
  const text = (name: string) => (typeof claims[name] === 'string' ? (claims[name] as string).trim() : '')
  const parts = [text('given_name') || text('givenName'), text('family_name') || text('sn')].filter(Boolean)
  const { auth_time: provedAt } = claims
  return {
    subject: claims.sub,
    email: text('email').toLowerCase() || undefined,
    emailVerified: claims['email_verified'] === true,
    name: (text('name') || parts.join(' ')).slice(0, 120) || undefined,
    provedAt: typeof provedAt === 'number' ? new Date(provedAt * 1000) : undefined,
    attributes: attributesOf(claims),
  }
}
