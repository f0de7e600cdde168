import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import Provider, { type Configuration } from 'oidc-provider'

type Claims = { email?: string; email_verified?: boolean; name?: string; [attribute: string]: unknown }
export const clientSecret = 'a secret between the provider and the house'

/**
 * A certified OpenID provider on this machine, in which whoever is named last signs in. `back`: the only address it
 * sends people back to.
 */
export async function aProvider({
  back,
  method = 'client_secret_basic',
}: {
  back: string
  method?: 'client_secret_basic' | 'client_secret_post'
}) {
  const people = new Map<string, Claims>()
  let current = ''
  const server = createServer()
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, settingsOf(people, back, method))
  provider.on('server_error', (_, fault) => console.error(fault))
  const callback = provider.callback()
  server.on('request', async (request, answer) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, answer)
    const { prompt } = await provider.interactionDetails(request, answer)
    const result = current
      ? { login: { accountId: current, remember: false } }
      : { error: 'access_denied', error_description: `${prompt.name} refused` }
    return provider.interactionFinished(request, answer, result, { mergeWithLastSubmission: false })
  })
  after(() => server.close())
  return {
    issuer,
    /** From now on this is who signs in; nobody says no. */
    as(subject: string, claims: Claims = {}) {
      current = subject
      people.set(subject, claims)
    },
    nobody: () => {
      current = ''
    },
    /** What a browser does with the address: goes from one page to the next, until it is sent back to the house. */
    walk: (url: string, jar = new Map<string, string>()) => walk(url, issuer, jar),
    stop: () => server.close(),
  }
}

const standard = ['email', 'email_verified', 'name', 'given_name']
const ofEntree = ['uid', 'eduPersonAffiliation', 'nlEduPersonHomeOrganizationId', 'nlEduPersonHomeOrganization']

const settingsOf = (
  people: Map<string, Claims>,
  back: string,
  method: 'client_secret_basic' | 'client_secret_post',
): Configuration => ({
  clients: [
    {
      client_id: 'huis',
      client_secret: clientSecret,
      redirect_uris: [back],
      token_endpoint_auth_method: method,
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub', ...ofEntree], email: ['email', 'email_verified'], profile: standard.slice(2) },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people.get(sub) }) }),
  // Whoever signs in here agrees to everything.
  async loadExistingGrant(ctx) {
    const { client, session } = ctx.oidc
    const grant = new ctx.oidc.provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! })
    grant.addOIDCScope('openid profile email')
    await grant.save()
    return grant
  },
  cookies: { keys: ['a key of the tests'] },
  ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 300, Session: 300, Grant: 300 },
})

async function walk(url: string, issuer: string, jar: Map<string, string>): Promise<URL> {
  let here = new URL(url)
  for (let steps = 0; here.origin === issuer; steps += 1) {
    if (steps > 10) throw new Error('going round in circles')
    const answer = await fetch(here, {
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (pair.slice(at + 1)) jar.set(pair.slice(0, at), pair.slice(at + 1))
      else jar.delete(pair.slice(0, at))
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider said ${answer.status}: ${(await answer.text()).slice(0, 300)}`)
    here = new URL(location, here)
  }
  return here
}
