import { randomBytes } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Inner } from '../inner.ts'
import { unbelieved } from './away.ts'
import { type Identity, NotBelieved } from './identity.ts'
import { findProvider } from './providers.ts'
import { samlIdentity, samlMetadata } from './saml.ts'

const ticketMinutes = 2

/**
 * A SAML answer is posted by another site, so the browser sends none of our cookies along and nobody can tell whose
 * browser it is. It is checked at once and put by under a one-time word; the browser comes for it with a page of our
 * own, where its cookie says whether it was the one that was sent.
 */
export async function postedAnswer(
  g: Inner,
  id: string,
  answer: { SAMLResponse: string; RelayState: string },
): Promise<{ ok: true; path: string } | { ok: false }> {
  const provider = await findProvider(g, id)
  if (provider?.kind !== 'saml') return { ok: false }
  const identity = await samlIdentity(g, provider, answer).catch(unbelieved)
  if (identity instanceof Error) return { ok: false }
  const ticket = randomBytes(24).toString('base64url')
  const { internalAdapter } = await g.engine.$context
  await internalAdapter.createVerificationValue({
    identifier: postedOf(ticket),
    value: await symmetricEncrypt({ key: g.secret, data: JSON.stringify({ id, state: answer.RelayState, identity }) }),
    expiresAt: new Date(Date.now() + ticketMinutes * 60_000),
  })
  const asked = new URLSearchParams({ state: answer.RelayState, bewijs: ticket })
  return { ok: true, path: `/inloggen/via/${id}/terug?${asked}` }
}

const postedOf = (ticket: string) => `posted:${ticket}`

/** What was put by, for the journey it belongs to. Once. */
export async function postedIdentity(g: Inner, id: string, ticket: string, state: string): Promise<Identity> {
  const used = await (await g.engine.$context).internalAdapter.consumeVerificationValue(postedOf(ticket))
  if (!used || used.expiresAt < new Date()) throw new NotBelieved('no answer was put by')
  const kept = JSON.parse(await symmetricDecrypt({ key: g.secret, data: used.value })) as {
    id: string
    state: string
    identity: Omit<Identity, 'provedAt'> & { provedAt?: string }
  }
  if (kept.id !== id || kept.state !== state) throw new NotBelieved('the answer to another question')
  const { provedAt, ...identity } = kept.identity
  return { ...identity, provedAt: provedAt === undefined ? undefined : new Date(provedAt) }
}

/** What the operator hands to a SAML provider; nothing for any other. */
export async function providerMetadata(g: Inner, id: string): Promise<string | undefined> {
  const provider = await findProvider(g, id)
  return provider?.kind === 'saml' ? samlMetadata(g.config.baseUrl, id) : undefined
}
