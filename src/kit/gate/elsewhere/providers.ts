import { deriveSAMLIdentityProviderEntityID } from '@better-auth/sso'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { and, eq, ne } from 'drizzle-orm'
import * as z from 'zod'
import type { Asker } from '../caller.ts'
import { isFresh } from '../fresh.ts'
import type { Inner } from '../inner.ts'
import { account, provider } from '../tables.ts'
import { discovered } from './discovery.ts'
import { addressOf, NotReached } from './outside.ts'

const oidc = z.object({
  issuer: z.string(),
  clientId: z.string(),
  authorization: z.string(),
  token: z.string(),
  keys: z.string(),
  userinfo: z.string().optional(),
  /** How we say at the token address who we are. */
  speaks: z.enum(['client_secret_basic', 'client_secret_post', 'none']),
  /** It says in its answers who it is; then an answer without that is not its own. */
  signsAnswers: z.boolean(),
  scope: z.string(),
  inside: z.boolean(),
})
const saml = z.object({ metadata: z.string(), subject: z.string().optional(), attributes: z.array(z.string()) })
export type OidcSettings = z.infer<typeof oidc>
export type SamlSettings = z.infer<typeof saml>

type Common = { id: string; name: string; domains: readonly string[]; secret: string | undefined }
export type Provider = Common & ({ kind: 'oidc'; settings: OidcSettings } | { kind: 'saml'; settings: SamlSettings })
export type ShownProvider = { id: string; name: string; kind: 'oidc' | 'saml'; domains: readonly string[] }

/** What the sign-in page may show. */
export const providers = (g: Inner): Promise<ShownProvider[]> =>
  g.db
    .select({ id: provider.id, name: provider.name, kind: provider.kind, domains: provider.domains })
    .from(provider)
    .orderBy(provider.name, provider.id)

export async function findProvider(g: Inner, id: string): Promise<Provider | undefined> {
  const [row] = await g.db.select().from(provider).where(eq(provider.id, id))
  if (!row) return undefined
  const secret = row.secret === null ? undefined : await symmetricDecrypt({ key: g.secret, data: row.secret })
  const common = { id: row.id, name: row.name, domains: row.domains, secret }
  return row.kind === 'oidc'
    ? { ...common, kind: 'oidc', settings: oidc.parse(row.settings) }
    : { ...common, kind: 'saml', settings: saml.parse(row.settings) }
}

export type NewProvider = { id: string; name: string; domains: readonly string[] } & (
  | { kind: 'oidc'; issuer: string; clientId: string; secret?: string | undefined; scope?: string; inside?: boolean }
  | { kind: 'saml'; metadata: string; subject?: string; attributes?: readonly string[] }
)
export type ProviderAdded =
  | { ok: true }
  | { ok: false; because: 'exists' | 'odd-id' | 'odd-domain' | 'unreachable'; what?: string }

const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** By the operator only: nothing that a visitor sends comes here. */
export async function addProvider(g: Inner, given: NewProvider): Promise<ProviderAdded> {
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(given.id) || given.id === 'credential') return { ok: false, because: 'odd-id' }
  const domains = given.domains.map((one) => one.trim().toLowerCase())
  if (domains.some((one) => !domain.test(one))) return { ok: false, because: 'odd-domain' }
  const settings = await settingsOf(given).catch((fault) => {
    if (fault instanceof NotReached || fault instanceof z.ZodError) return fault
    throw fault
  })
  if (settings instanceof Error) return { ok: false, because: 'unreachable', what: settings.message }
  const secret =
    given.kind === 'oidc' && given.secret ? await symmetricEncrypt({ key: g.secret, data: given.secret }) : null
  const { id, name, kind } = given
  const made = await g.db
    .insert(provider)
    .values({ id, name, kind, settings, secret, domains })
    .onConflictDoNothing()
    .returning({ id: provider.id })
  return made.length ? { ok: true } : { ok: false, because: 'exists' }
}

async function settingsOf(given: NewProvider): Promise<OidcSettings | SamlSettings> {
  if (given.kind === 'saml') {
    const { metadata, subject, attributes = [] } = given
    checkMetadata(metadata)
    return saml.parse({ metadata, attributes, ...(subject && { subject }) })
  }
  const { issuer, clientId, secret, scope = 'openid profile email', inside = false } = given
  return { ...(await discovered(issuer, { inside, hasSecret: Boolean(secret) })), clientId, scope, inside }
}

/** Signed by keys that it names, and with an address to send people to. Which addresses we ask is not in it. */
function checkMetadata(metadata: string) {
  if (metadata.length > 200_000 || /<!DOCTYPE|<!ENTITY/i.test(metadata)) throw new NotReached('no SAML metadata')
  const config = { issuer: '', entryPoint: '', idpMetadata: { metadata } }
  try {
    if (!deriveSAMLIdentityProviderEntityID(config)) throw new NotReached('it has no entityID')
  } catch {
    throw new NotReached('no SAML metadata of an identity provider')
  }
  const redirect = /<[\w:]*SingleSignOnService[^>]*HTTP-Redirect[^>]*>/.exec(metadata)?.[0] ?? ''
  addressOf(/Location="([^"]+)"/.exec(redirect)?.[1], false)
  if (!/X509Certificate/.test(metadata)) throw new NotReached('it names no key to sign with')
}

/** Ends one of the asker's own links, after she just proved who she is. */
export async function unlink(g: Inner, id: string, { headers }: Asker): Promise<boolean> {
  const who = await g.whoIs(headers)
  if (!who || !isFresh(who, new Date())) return false
  const mine = and(eq(account.id, id), eq(account.userId, who.accountId), ne(account.providerId, 'credential'))
  return (await g.db.delete(account).where(mine).returning({ id: account.id })).length > 0
}

/** Takes the provider away, and with it that anybody signs in through it. False when there was none. */
export async function removeProvider(g: Inner, id: string): Promise<boolean> {
  const gone = await g.db.delete(provider).where(eq(provider.id, id)).returning({ id: provider.id })
  if (gone.length) await g.db.delete(account).where(eq(account.providerId, id))
  return gone.length > 0
}
