import { type SAMLConfig, sso } from '@better-auth/sso'
import { type BetterAuthOptions, betterAuth, type DBAdapter } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { databaseOf } from '../engine.ts'
import { adapterVerbs } from '../hashed.ts'
import type { Inner } from '../inner.ts'
import { attributesOf, type Identity, NotBelieved } from './identity.ts'
import type { Provider, SamlSettings } from './providers.ts'
import { askingAgain, provedIn } from './samlagain.ts'

type SamlProvider = { id: string; settings: SamlSettings }
type Heard = Record<string, unknown> & { id: string }

/** Our own name and addresses, as a SAML provider wants them. */
export const samlNames = (baseUrl: string, id: string) => ({
  entity: `${baseUrl}/inloggen/via/${id}/gegevens`,
  answers: `${baseUrl}/inloggen/via/${id}/antwoord`,
})

/** What the operator hands to the provider. We take signed assertions only. */
export function samlMetadata(baseUrl: string, id: string): string {
  const { entity, answers } = samlNames(baseUrl, id)
  return `<?xml version="1.0"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entity}">
<md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
<md:AssertionConsumerService index="0" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${answers}"/>
</md:SPSSODescriptor>
</md:EntityDescriptor>`
}

/** Where to send the browser, and the word by which the provider's answer will be known. */
export async function samlAddress(
  g: Inner,
  provider: Provider,
  again: boolean,
): Promise<{ url: string; state: string }> {
  const { api } = verifier(g, provider as SamlProvider, () => {})
  const body = { providerId: provider.id, callbackURL: '/', providerType: 'saml' as const }
  const { url } = await api.signInSSO({ body, headers: new Headers() })
  return { url: again ? askingAgain(url) : url, state: new URL(url).searchParams.get('RelayState') ?? '' }
}

/**
 * From a signed answer to somebody. All that is checked, the library checks: the signature on the one assertion, for
 * us, at this address, now, to a question of ours, and not a second time. We hear whom it believed.
 */
export async function samlIdentity(
  g: Inner,
  provider: Provider,
  answer: { SAMLResponse: string; RelayState: string },
): Promise<Identity> {
  const heard: Heard[] = []
  const { api } = verifier(g, provider as SamlProvider, (one) => void heard.push(one))
  const given = { params: { providerId: provider.id }, body: answer, headers: new Headers(), method: 'POST' as const }
  const ended = await api.acsEndpoint({ ...given, asResponse: true }).catch((fault: Error) => {
    throw new NotBelieved(fault.name)
  })
  const [one] = heard
  if (!one) throw new NotBelieved(becauseOf(ended))
  return { ...identityOf(one, provider as SamlProvider), provedAt: provedIn(answer.SAMLResponse) }
}

/** The library says why in the address it would send the browser to. Its codes only: the words may hold anything. */
function becauseOf(ended: Response): string {
  const to = ended.headers.get('location') ?? ''
  const code = URL.canParse(to, 'https://x') ? new URL(to, 'https://x').searchParams.get('error') : undefined
  return /^\w{1,60}$/.test(code ?? '') ? String(code) : `answered ${ended.status}`
}

const mailNames = [
  'mail',
  'email',
  'urn:mace:dir:attribute-def:mail',
  'urn:oid:0.9.2342.19200300.100.1.3',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
]
const nameNames = [
  'displayName',
  'cn',
  'givenName',
  'urn:mace:dir:attribute-def:givenName',
  'urn:oid:2.16.840.1.113730.3.1.241',
]
/** Our word for an attribute, so that none can pass for one of the library's own. */
const ours = (name: string) => `attribute ${name}`

function identityOf(heard: Heard, { settings }: SamlProvider): Identity {
  const named = Object.entries(heard).flatMap(([key, value]) =>
    key.startsWith('attribute ') ? [[key.slice('attribute '.length), value] as const] : [],
  )
  const attributes = attributesOf(Object.fromEntries(named))
  const first = (names: readonly string[]) => names.flatMap((name) => attributes[name] ?? [])[0]?.trim()
  const subject = settings.subject ? first([settings.subject]) : heard.id
  if (!subject || subject.length > 255) throw new NotBelieved('no subject')
  const email = first(mailNames)?.toLowerCase()
  return {
    subject,
    email,
    // SAML has no word for it. It counts only for a domain with which the operator trusts this provider.
    emailVerified: email !== undefined,
    name: first(nameNames)?.slice(0, 120),
    provedAt: undefined,
    attributes,
  }
}

/**
 * better-auth's SAML, in an engine of its own that knows nobody: of our database it reaches the one-time words (for
 * questions under way and answers already used), and all else it writes, a user and a session, it writes in memory that
 * is thrown away. What its answer means for an account is for us to say.
 */
function verifier(g: Inner, { id, settings }: SamlProvider, hear: (heard: Heard) => void) {
  return betterAuth({
    baseURL: g.config.baseUrl,
    secrets: [{ version: 1, value: g.secret }],
    database: (options: BetterAuthOptions) =>
      onlyOneTimeWords(databaseOf(g.db)(options), memoryAdapter(nothing())(options)),
    verification: { storeIdentifier: 'hashed' },
    advanced: { database: { validateSchema: false }, ipAddress: { disableIpTracking: true } },
    plugins: [
      sso({
        providersLimit: 0,
        defaultSSO: [{ providerId: id, domain: '', samlConfig: configOf(g, id, settings) }],
        provisionUser: async ({ userInfo }) => hear(userInfo as Heard),
        provisionUserOnEveryLogin: true,
        saml: {
          enableInResponseToValidation: true,
          allowIdpInitiated: false,
          requireTimestamps: true,
          clockSkew: 60_000,
          requestTTL: 10 * 60_000,
          algorithms: { onDeprecated: 'reject' },
        },
      }),
    ],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
  })
}

function configOf(g: Inner, id: string, { metadata, subject, attributes }: SamlSettings): SAMLConfig {
  const { entity } = samlNames(g.config.baseUrl, id)
  const names = [...new Set([...mailNames, ...nameNames, ...attributes, ...(subject ? [subject] : [])])]
  return {
    issuer: entity,
    audience: entity,
    entryPoint: '',
    wantAssertionsSigned: true,
    idpMetadata: { metadata },
    spMetadata: { metadata: samlMetadata(g.config.baseUrl, id), entityID: entity },
    mapping: { extraFields: Object.fromEntries(names.map((name) => [ours(name), name])) },
  }
}

const nothing = () => ({ user: [], session: [], account: [], verification: [], ssoProvider: [] })

type Verb = (given: { model: string }) => Promise<unknown>

function onlyOneTimeWords(kept: DBAdapter, thrownAway: DBAdapter): DBAdapter {
  const verbs = adapterVerbs.map((verb) => {
    const [inHouse, inMemory] = [kept[verb], thrownAway[verb]] as unknown as [Verb, Verb]
    return [verb, (given: { model: string }) => (given.model === 'verification' ? inHouse : inMemory)(given)] as const
  })
  const split = {
    ...thrownAway,
    ...Object.fromEntries(verbs),
    transaction: (work) => work(split),
  } as DBAdapter
  return split
}
