import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { goodPassword } from '#kit/gate/trial.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { letIn } from '#rooms/people/door.ts'
import { aProvider, clientSecret } from '#test/provider.ts'
import { aSamlProvider } from '#test/samlidp.ts'
import { serveHouse } from '#test/served.ts'

const house = await serveHouse({ mode: 'real' })
const elders = await aProvider({ back: `${house.url}/inloggen/via/entree/terug`, method: 'client_secret_post' })
const added = await house.gate.addProvider({
  ...{ id: 'entree', name: 'Entree', kind: 'oidc', issuer: elders.issuer, clientId: 'huis', secret: clientSecret },
  ...{ inside: true, domains: [] },
})
assert.deepEqual(added, { ok: true })
const mail = 'noor@nieuw.example'
const [school] = await house.asKeeper((tx) =>
  tx
    .insert(organisations)
    .values({ kind: 'school', name: 'De Petteflat', place: 'Ons Dorp', code: '11ZZ03', source: 'duo' })
    .returning(),
)
const made = await house.gate.createAccount({ email: mail, name: 'Noor Nieuw', password: goodPassword })
assert.ok(made.ok)
await house.asKeeper((tx) =>
  letIn(tx, {
    ...{ organisationId: school!.id, accountId: made.accountId, name: 'Noor Nieuw', mail, roles: ['directeur'] },
    source: 'getypt',
  }),
)

function browser() {
  const jar = new Map<string, string>()
  const nobody = house.nobody()
  const send = async (path: string, fields?: Record<string, string>) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const body = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
    const answer = await nobody.ask(path, { ...body, headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (pair.slice(at + 1)) jar.set(pair.slice(0, at), pair.slice(at + 1))
      else jar.delete(pair.slice(0, at))
    }
    return answer
  }
  /** To the provider and back. */
  const via = async (path: string, fields: Record<string, string> = {}) => {
    const away = await send(path, fields)
    assert.equal(away.status, 200, path)
    const to = /^0; url=(.*)$/.exec(away.headers.get('refresh') ?? '')?.[1] ?? ''
    const back = await elders.walk(to)
    return send(back.pathname + back.search)
  }
  return { send, via, page: async (path: string) => (await send(path)).text() }
}

test('the page sends the browser away, by itself or by the button, and to no other place', async () => {
  const { send, page } = browser()
  assert.match(await page('/inloggen'), /Log in met Entree/)
  const away = await send('/inloggen/via/entree', { naar: '//evil.example' })
  const to = new URL(/^0; url=(.*)$/.exec(away.headers.get('refresh') ?? '')?.[1] ?? '')
  assert.equal(to.origin, elders.issuer)
  assert.equal(to.searchParams.get('redirect_uri'), `${house.url}/inloggen/via/entree/terug`)
  assert.match(await away.text(), /Je gaat naar Entree/)
  assert.equal((await send('/inloggen/via/iemand', {})).status, 404)
  const nothing = await send('/inloggen/via/entree/terug?code=x&state=y')
  assert.deepEqual([nothing.status, nothing.headers.get('location')], [303, '/inloggen'])
})

test('whom we do not know is told whom to ask, by what Entree says of her', async () => {
  const who = { name: 'Juf <b>Jansje</b>', eduPersonAffiliation: ['employee'], nlEduPersonHomeOrganizationId: '11ZZ03' }
  elders.as('jansje', { ...who, email: mail, email_verified: true })
  const answer = await browser().via('/inloggen/via/entree')
  assert.equal(answer.status, 403)
  const html = await answer.text()
  assert.ok(html.includes('Juf &lt;b&gt;Jansje') && html.includes('administratie van De Petteflat'))
  assert.deepEqual(
    answer.headers.getSetCookie().filter((line) => line.includes('session')),
    [],
  )
  elders.as('kim', { eduPersonAffiliation: ['student'], nlEduPersonHomeOrganizationId: '11ZZ03' })
  assert.match(await (await browser().via('/inloggen/via/entree')).text(), /Leerlingen loggen hier niet in/)
  elders.as('niemand')
  assert.match(await (await browser().via('/inloggen/via/entree')).text(), /Vraag je school of je organisatie/)
})

test('she links it herself, comes in with it, and takes it away', async () => {
  const { send, via, page } = browser()
  await send('/inloggen', { mail, password: goodPassword })
  elders.as('noor')
  assert.equal((await via('/mij/aanmeldwegen', { provider: 'entree' })).headers.get('location'), '/mij')
  const html = await page('/mij')
  const id = /\/mij\/aanmeldwegen\/([^/"]+)\/einde/.exec(html)?.[1] ?? ''
  assert.ok(id)
  const other = browser()
  assert.equal((await other.via('/inloggen/via/entree', { naar: '/mij' })).headers.get('location'), '/mij')
  assert.equal((await other.send('/mij')).status, 200)
  const proved = await other.via('/mij/bevestiging/via/entree', { naar: '/mij/sleutels' })
  assert.equal(proved.headers.get('location'), '/mij/sleutels')
  assert.equal((await send('/mij/aanmeldwegen/nooit-geweest/einde', {})).status, 404)
  assert.equal((await send('/mij/aanmeldwegen', { provider: 'weg' })).status, 404)
  assert.equal((await send(`/mij/aanmeldwegen/${id}/einde`, {})).headers.get('location'), '/mij')
  assert.equal((await browser().via('/inloggen/via/entree')).status, 403)
})

test('with an invitation she comes in without a password, as what she was invited for and no more', async () => {
  const head = browser()
  await head.send('/inloggen', { mail, password: goodPassword })
  const said = { name: 'Rik Nieuw', mail: 'rik@nieuw.example', roles: 'leerkracht' }
  const noted = await head.send('/school/mensen', { ...said, phone: '', from: '', until: '' })
  const personId = /mensen\/([0-9a-f-]{36})/.exec(noted.headers.get('location') ?? '')?.[1] ?? ''
  assert.ok(personId, `${noted.status} ${noted.headers.get('location')}`)
  assert.equal((await head.send('/uitnodigingen', { personId })).status, 303)
  const rows = await house.asKeeper((tx) => tx.select().from(outbox).where(eq(outbox.kind, 'mail')))
  const letters = rows.map(({ payload }) => (payload as { text: string }).text)
  const token = letters.map((text) => /\/uitnodiging\/(\S+)/.exec(text)?.[1]).find(Boolean) ?? ''
  const { via, page, send } = browser()
  assert.match(await page(`/uitnodiging/${token}`), /Kom binnen met Entree/)
  elders.as('rik', { eduPersonAffiliation: ['employee'], email: 'directeur@elders.example', email_verified: true })
  const back = await via(`/uitnodiging/${token}/via/entree`)
  assert.equal(back.headers.get('location'), `/uitnodiging/${token}/entree`)
  assert.equal((await send('/school')).status, 303, 'not in before she presses the button')
  assert.equal((await send(`/uitnodiging/${token}/entree`, {})).headers.get('location'), '/')
  assert.match(await page('/mij'), /Rik Nieuw/)
  assert.ok(await house.gate.accountOf('rik@nieuw.example'))
  assert.equal((await send(`/uitnodiging/${token}/via/entree`, {})).status, 404, 'once')
})

test('a SAML provider posts its answer from its own page, and signs in no browser that was not sent', async () => {
  const idp = aSamlProvider()
  const given = {
    id: 'elders',
    name: 'Elders',
    kind: 'saml',
    metadata: idp.metadata,
    domains: ['nieuw.example'],
  } as const
  assert.deepEqual(await house.gate.addProvider(given), { ok: true })
  const described = await house.nobody().get('/inloggen/via/elders/gegevens')
  assert.equal(described.headers.get('content-type'), 'application/samlmetadata+xml')
  const to = await described.text()
  const { send } = browser()
  const away = await send('/inloggen/via/elders', { naar: '/mij' })
  const asked = new URL((away.headers.get('refresh') ?? '').slice('0; url='.length)).searchParams
  const request = inflateRawSync(Buffer.from(asked.get('SAMLRequest') ?? '', 'base64')).toString()
  const inResponseTo = / ID="([^"]+)"/.exec(request)?.[1] ?? ''
  const SAMLResponse = await idp.answer({ to, inResponseTo, nameId: 'noor', mail })
  const post = (fields: Record<string, string>) =>
    house.nobody().ask('/inloggen/via/elders/antwoord', {
      ...{ method: 'POST', headers: { origin: 'https://elders.example' }, body: new URLSearchParams(fields) },
    })
  const answer = await post({ SAMLResponse, RelayState: asked.get('RelayState') ?? '' })
  const path = answer.headers.get('location') ?? ''
  assert.match(path, /^\/inloggen\/via\/elders\/terug\?/)
  assert.deepEqual(answer.headers.getSetCookie(), [], 'a post of another site signs nobody in')
  assert.equal((await house.nobody().get(path)).headers.get('location'), '/inloggen')
  assert.equal((await send(path)).headers.get('location'), '/mij')
  assert.equal((await send('/mij')).status, 200)
  for (const odd of [{}, { SAMLResponse: 'x', RelayState: 'y' }, { SAMLResponse, RelayState: '' }])
    assert.equal((await post(odd)).headers.get('location'), '/inloggen')
  const elsewhere = { method: 'POST', headers: { origin: 'https://elders.example' } }
  assert.equal((await house.nobody().ask('/inloggen/via/elders', elsewhere)).status, 403, 'that one address only')
})
