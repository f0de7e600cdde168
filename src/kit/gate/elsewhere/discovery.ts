import * as z from 'zod'
import { addressOf, ask, NotReached } from './outside.ts'
import type { OidcSettings } from './providers.ts'

const document = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string(),
  userinfo_endpoint: z.string().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  code_challenge_methods_supported: z.array(z.string()).optional(),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
})

type Manner = { inside: boolean; hasSecret: boolean }
type Discovered = Omit<OidcSettings, 'clientId' | 'scope' | 'inside'>

/** What a provider says of itself at its well-known address. Every address in it is held to the same rules. */
export async function discovered(issuer: string, { inside, hasSecret }: Manner): Promise<Discovered> {
  const answer = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { inside })
  const said = document.safeParse(answer)
  if (!said.success) throw new NotReached(`its description lacks ${said.error.issues[0]?.path.join('.')}`)
  const { data } = said
  if (data.issuer !== issuer) throw new NotReached(`it calls itself ${data.issuer}`)
  for (const address of [data.authorization_endpoint, data.token_endpoint, data.jwks_uri]) addressOf(address, inside)
  if (data.userinfo_endpoint) addressOf(data.userinfo_endpoint, inside)
  if (data.code_challenge_methods_supported && !data.code_challenge_methods_supported.includes('S256'))
    throw new NotReached('it does not know PKCE with S256')
  return {
    issuer,
    authorization: data.authorization_endpoint,
    token: data.token_endpoint,
    keys: data.jwks_uri,
    ...(data.userinfo_endpoint && { userinfo: data.userinfo_endpoint }),
    speaks: speaksOf(data.token_endpoint_auth_methods_supported, hasSecret),
    signsAnswers: data.authorization_response_iss_parameter_supported,
  }
}

function speaksOf(methods: readonly string[], hasSecret: boolean): OidcSettings['speaks'] {
  if (!hasSecret) return 'none'
  if (methods.includes('client_secret_basic')) return 'client_secret_basic'
  if (methods.includes('client_secret_post')) return 'client_secret_post'
  throw new NotReached('it takes no client secret')
}
