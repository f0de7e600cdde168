import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { Caller } from '../caller.ts'
import { dropCookie, readSigned, setCookie } from '../cookies.ts'
import type { Inner } from '../inner.ts'
import { type Arrived, arrive } from './arrive.ts'
import { type Identity, NotBelieved } from './identity.ts'
import { oidcAddress, oidcIdentity } from './oidc.ts'
import { NotReached } from './outside.ts'
import { postedIdentity } from './posted.ts'
import { findProvider, type Provider } from './providers.ts'
import { samlAddress } from './saml.ts'

export const awayMinutes = 10

/**
 * Why somebody is sent to a provider: to sign in; to link it to the account she is in; to prove again who she is; or to
 * accept what was offered to this address, by whoever could read the letter.
 */
const purpose = z.discriminatedUnion('for', [
  z.object({ for: z.literal('in') }),
  z.object({ for: z.literal('link'), accountId: z.string() }),
  z.object({ for: z.literal('proof'), accountId: z.string() }),
  z.object({ for: z.literal('join'), email: z.string(), name: z.string() }),
])
export type Purpose = z.infer<typeof purpose>
const underWay = z.object({ provider: z.string(), path: z.string(), purpose })
export type UnderWay = z.infer<typeof underWay>

export type Sent = { ok: true; url: string; cookies: string[] } | { ok: false; because: 'no-provider' }
type Wish = { provider: string; path: string; purpose: Purpose }

/** Where to send the browser, and the cookie by which it is known when it comes back. */
export async function sendAway(g: Inner, wish: Wish, caller: Caller): Promise<Sent> {
  const provider = await findProvider(g, wish.provider)
  if (!provider) return { ok: false, because: 'no-provider' }
  const browser = readSigned(caller.headers, g.names.away, g.secret) ?? randomBytes(24).toString('base64url')
  const { url, state } = await addressAt(g, provider, browser, wish.purpose.for === 'proof')
  await remember(g, { state, browser }, wish)
  return { ok: true, url, cookies: [setCookie(g.names.away, browser, g.secret, awayMinutes * 60)] }
}

const journeyOf = (state: string, browser: string) => `away:${state}:${browser}`

async function remember(g: Inner, { state, browser }: { state: string; browser: string }, value: UnderWay) {
  const expiresAt = new Date(Date.now() + awayMinutes * 60_000)
  const { internalAdapter } = await g.engine.$context
  await internalAdapter.createVerificationValue({
    value: JSON.stringify(value),
    identifier: journeyOf(state, browser),
    expiresAt,
  })
}

export const backTo = (g: Inner, id: string) => `${g.config.baseUrl}/inloggen/via/${id}/terug`

async function addressAt(g: Inner, provider: Provider, browser: string, again: boolean) {
  if (provider.kind === 'saml') return samlAddress(g, provider, again)
  const state = randomBytes(24).toString('base64url')
  const url = oidcAddress(provider, { state, browser, secret: g.secret }, backTo(g, provider.id), again)
  return { url, state }
}

/**
 * Coming back. The browser must be the one that was sent, and it comes back once. Whatever is not as it should be has
 * the same answer: begin again.
 */
export async function comeBack(g: Inner, id: string, answer: URLSearchParams, caller: Caller): Promise<Arrived> {
  const browser = readSigned(caller.headers, g.names.away, g.secret)
  const state = answer.get('state')
  const found = browser && state ? await journeyBack(g, { state, browser }) : undefined
  if (!browser || !state || found?.provider !== id) return { ok: false, because: 'expired', cookies: [] }
  const cookies = [dropCookie(g.names.away)]
  const provider = await findProvider(g, id)
  if (!provider) return { ok: false, because: 'refused', cookies }
  const identity = await identityIn(g, provider, answer, { state, browser }).catch(unbelieved)
  if (!identity || identity instanceof Error) return { ok: false, because: 'refused', cookies }
  const arrived = await arrive(g, { provider, identity, underWay: found }, caller)
  return { ...arrived, cookies: [...cookies, ...arrived.cookies] }
}

async function identityIn(
  g: Inner,
  provider: Provider,
  answer: URLSearchParams,
  words: { state: string; browser: string },
): Promise<Identity | undefined> {
  if (provider.kind === 'saml') return postedIdentity(g, provider.id, answer.get('bewijs') ?? '', words.state)
  const code = answer.get('code')
  if (!code || answer.has('error')) return undefined
  const journey = { ...words, secret: g.secret }
  return oidcIdentity(provider, { code, iss: answer.get('iss') ?? undefined, journey, back: backTo(g, provider.id) })
}

async function journeyBack(g: Inner, words: { state: string; browser: string }): Promise<UnderWay | undefined> {
  const { internalAdapter } = await g.engine.$context
  const used = await internalAdapter.consumeVerificationValue(journeyOf(words.state, words.browser))
  return used && used.expiresAt > new Date() ? underWay.safeParse(JSON.parse(used.value)).data : undefined
}

/** Said to the operator without a word of what was in the answer; to the visitor only that it did not work. */
export function unbelieved(fault: Error): Error {
  if (!(fault instanceof NotBelieved || fault instanceof NotReached)) throw fault
  console.error(`sign-in: a provider was not believed (${fault.message})`)
  return fault
}
