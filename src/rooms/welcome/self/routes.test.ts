import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actingAsKeeper } from '#kit/db/database.ts'
import { codeOf, goodPassword } from '#kit/gate/trial.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { letIn } from '#rooms/people/door.ts'
import { serveHouse } from '#test/served.ts'

const house = await serveHouse({ mode: 'real' })
const mail = 'noor@nieuw.example'
const places = await actingAsKeeper(house.db, async (tx) => {
  const rows = await tx
    .insert(organisations)
    .values([
      { kind: 'school', name: 'De Nieuwe', source: 'typed' },
      { kind: 'school', name: 'De Tweede', source: 'typed' },
      { kind: 'school', name: 'De Vreemde', source: 'typed' },
    ])
    .returning()
  return rows.map(({ id }) => id)
})
const made = await house.gate.createAccount({ email: mail, name: 'Noor Nieuw', password: goodPassword })
assert.ok(made.ok)
for (const organisationId of places.slice(0, 2))
  await house.asKeeper((tx) =>
    letIn(tx, {
      ...{ organisationId, accountId: made.accountId, name: 'Noor Nieuw', mail, roles: ['directeur'] },
      source: 'lijst team.xlsx, 21 nov 2026',
    }),
  )

/** A browser of hers: keeps what it is given. */
async function browser(password = goodPassword) {
  const jar = new Map<string, string>()
  const nobody = house.nobody()
  const send = async (path: string, fields?: Record<string, string>) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const body = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
    const answer = await nobody.ask(path, { ...body, headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const value = pair.slice(name.length + 1)
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    return answer
  }
  const signedIn = await send('/inloggen', { mail, password })
  return { send, jar, signedIn, page: async (path: string) => (await send(path)).text() }
}

test('my page says what is known of me, from where, and that I may correct it', async () => {
  const { page, send } = await browser()
  const html = await page('/mij')
  for (const part of ['Noor Nieuw', mail, 'lijst team.xlsx, 21 nov 2026', 'De Nieuwe', 'De Tweede', 'Log uit'])
    assert.ok(html.includes(part), part)
  assert.ok(!html.includes('De Vreemde'))
  const saved = await send('/mij/gegevens', { name: 'Noor van Nieuw', phone: '06 12345678' })
  assert.equal(saved.headers.get('location'), '/mij')
  assert.match(await page('/mij'), /06 12345678/)
  const wrong = await send('/mij/gegevens', { name: '', phone: 'geen nummer' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /value="geen nummer"/)
})

test('I choose for whom I act among my own places, and no other', async () => {
  const { send, jar, page } = await browser()
  const went = await send('/mij/plek', { organisation: places[1]! })
  assert.equal(went.status, 303)
  assert.match(went.headers.getSetCookie().join(), /plek=[^;]+;.*HttpOnly/)
  assert.equal(jar.get('plek'), places[1])
  assert.match(await page('/mij'), /class="me"[^>]*>[\s\S]*?De Tweede/)
  for (const organisation of [places[2]!, crypto.randomUUID(), 'x', ''])
    assert.equal((await send('/mij/plek', { organisation })).status, 404)
  assert.equal(jar.get('plek'), places[1])
})

test('another password needs the old one, ends other sessions and keeps me in', async () => {
  const [here, elsewhere] = [await browser(), await browser()]
  const refused = await here.send('/mij/wachtwoord', { current: 'niet het goede', next: 'drie gele gieters' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /niet je wachtwoord van nu/)
  assert.equal((await here.send('/mij/wachtwoord', { current: goodPassword, next: 'kort' })).status, 422)
  assert.equal((await here.send('/mij/wachtwoord', { current: '', next: '' })).status, 422)
  assert.equal(
    (await here.send('/mij/wachtwoord', { current: goodPassword, next: 'drie gele gieters' })).headers.get('location'),
    '/mij',
  )
  assert.equal((await here.send('/mij')).status, 200)
  assert.equal((await elsewhere.send('/mij')).status, 303)
  const back = { current: 'drie gele gieters', next: goodPassword }
  assert.equal((await here.send('/mij/wachtwoord', back)).status, 303)
})

test('sessions are seen and ended, mine only', async () => {
  const [here, elsewhere] = [await browser(), await browser()]
  const html = await here.page('/mij')
  const ids = [...html.matchAll(/\/mij\/sessies\/([^/"]+)\/einde/g)].map(([, id]) => id!)
  assert.ok(ids.length >= 1)
  for (const id of ids) assert.equal((await here.send(`/mij/sessies/${id}/einde`, {})).status, 303)
  assert.equal((await elsewhere.send('/mij')).status, 303)
  assert.equal((await here.send('/mij/sessies/nooit-geweest/einde', {})).status, 404)
  const third = await browser()
  assert.equal((await here.send('/mij/sessies/einde', {})).status, 303)
  assert.equal((await third.send('/mij')).headers.get('location'), '/inloggen?naar=%2Fmij')
  assert.equal((await here.send('/mij')).status, 200)
})

test('the second step: key and codes once, on after the first right code, asked at sign-in, and off again', async () => {
  const { send, page } = await browser()
  assert.equal((await send('/mij/tweede-stap', { password: 'niet het goede' })).status, 422)
  const started = await (await send('/mij/tweede-stap', { password: goodPassword })).text()
  const secret = /secret=([A-Z2-7]+)/.exec(started)?.[1] ?? ''
  assert.match(started, /href="otpauth:\/\/totp\//)
  assert.ok(started.includes(secret.slice(0, 4)))
  assert.equal([...started.matchAll(/<li><code>/g)].length, 10)
  assert.ok(!(await page('/mij/tweede-stap')).includes(secret), 'shown once')
  const wrong = await send('/mij/tweede-stap/bevestiging', { code: '000000' })
  assert.equal(wrong.status, 422)
  assert.ok(!(await wrong.text()).includes(secret))
  assert.equal((await send('/mij/tweede-stap/bevestiging', { code: codeOf(secret) })).headers.get('location'), '/mij')
  assert.match(await page('/mij'), /tweede stap staat aan/)
  const { signedIn } = await browser()
  assert.match(signedIn.headers.get('location') ?? '', /^\/inloggen\/code/)
  assert.equal((await send('/mij/tweede-stap/reservecodes', { password: 'mis' })).status, 422)
  const renewed = await (await send('/mij/tweede-stap/reservecodes', { password: goodPassword })).text()
  assert.equal([...renewed.matchAll(/<li><code>/g)].length, 10)
  assert.equal((await send('/mij/tweede-stap/einde', { password: 'mis' })).status, 422)
  assert.equal((await send('/mij/tweede-stap/einde', { password: goodPassword })).headers.get('location'), '/mij')
  assert.match(await page('/mij'), /tweede stap staat uit/)
})

test('signing out ends it, and nobody sees the page of nobody', async () => {
  const { send } = await browser()
  assert.equal((await send('/uitloggen', {})).headers.get('location'), '/inloggen')
  for (const path of ['/mij', '/mij/wachtwoord', '/mij/tweede-stap', '/mij/gegevens'])
    assert.equal((await send(path)).headers.get('location'), `/inloggen?naar=${encodeURIComponent(path)}`)
})
