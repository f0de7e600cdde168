import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { actingAsKeeper, rowsOf } from '#kit/db/database.ts'
import { goodPassword } from '#kit/gate/trial.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { memberships } from '#rooms/people/door.ts'
import { serveHouse } from '#test/served.ts'
import { newCode } from './actions.ts'

const house = await serveHouse({ mode: 'real' })
const nobody = house.nobody()
const code = await actingAsKeeper(house.db, newCode)
const said = { code, name: 'Noor Nieuw', mail: 'noor@nieuw.example', password: goodPassword }

test('the first person needs the code; what was typed comes back, and no account is left behind', async () => {
  for (const wrong of ['', 'AAAA-AAAA-AAAA-AAAA', '<script>', 'x'.repeat(500)]) {
    const refused = await nobody.post('/begin', { ...said, code: wrong })
    assert.equal(refused.status, 422)
    const html = await refused.text()
    assert.ok(html.includes('noor@nieuw.example') && !html.includes(goodPassword) && !html.includes('<script>'))
  }
  assert.equal((await nobody.post('/begin', { ...said, password: 'kort' })).status, 422)
  assert.equal(await house.gate.accountOf(said.mail), undefined)
})

test('with the code she is in, chooses her school, and the code is spent', async () => {
  assert.match(await (await nobody.get('/inloggen')).text(), /href="\/begin"/, 'who lost the address finds the way')
  const begun = await nobody.post('/begin', said)
  assert.equal(begun.headers.get('location'), '/begin/school')
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const typed = new URLSearchParams({ name: 'De Nieuwe', place: 'Veendam', postcode: '' })
  const settled = await nobody.ask('/begin/school/nieuw', { method: 'POST', headers: { cookie }, body: typed })
  assert.equal(settled.headers.get('location'), '/begin')
  const again = await nobody.ask('/begin/school/nieuw', { method: 'POST', headers: { cookie }, body: typed })
  assert.equal(again.headers.get('location'), '/nergens')
  const spent = await nobody.post('/begin', { ...said, mail: 'dief@elders.example' })
  assert.equal(spent.status, 422)
  assert.equal(await house.gate.accountOf('dief@elders.example'), undefined)
  assert.equal(await actingAsKeeper(house.db, (tx) => tx.$count(memberships)), 1)
})

test('after signing in nobody is sent to another site', async () => {
  for (const naar of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%0d%0aX:y',
  ]) {
    const signed = await nobody.post('/inloggen', { mail: said.mail, password: goodPassword, naar })
    assert.equal(signed.status, 303)
    const to = signed.headers.get('location') ?? ''
    assert.equal(new URL(to, house.url).host, new URL(house.url).host, `${naar} → ${to}`)
    const page = await (await nobody.get(`/inloggen?naar=${encodeURIComponent(naar)}`)).text()
    assert.ok(!page.includes('evil.example') && !page.includes('javascript:'))
  }
  const own = await nobody.post('/inloggen', { mail: said.mail, password: goodPassword, naar: '/mij' })
  assert.equal(own.headers.get('location'), '/mij')
})

test('a forgotten password says the same of who is known and who is not', async () => {
  const [known, unknown] = [
    await nobody.post('/wachtwoord', { mail: said.mail }),
    await nobody.post('/wachtwoord', { mail: 'niemand@elders.example' }),
  ]
  assert.deepEqual([known.status, known.headers.get('location')], [303, '/inloggen'])
  assert.deepEqual([unknown.status, unknown.headers.get('location')], [303, '/inloggen'])
  assert.equal(known.headers.get('set-cookie'), unknown.headers.get('set-cookie'))
  await house.gate.idle()
  assert.equal(
    await house.asKeeper((tx) => tx.$count(outbox, eq(outbox.kind, 'mail'))),
    1,
    'one letter, to who is known',
  )
})

test('there is no one-click sign-in and no mailbox where the house is real', async () => {
  assert.equal((await nobody.post('/inloggen/proef', { person: said.mail })).status, 404)
  assert.equal((await nobody.get('/postvak')).status, 404)
})

test('whoever is in uses a second code for one more school, and never lands on the page of nobody', async () => {
  const signed = await nobody.post('/inloggen', { mail: said.mail, password: goodPassword })
  const cookie = signed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const ask = (path: string, fields?: Record<string, string>) =>
    nobody.ask(path, { ...(fields && { method: 'POST', body: new URLSearchParams(fields) }), headers: { cookie } })
  assert.equal((await ask('/nergens')).headers.get('location'), '/')
  assert.match(await (await ask('/mij')).text(), /href="\/begin\/code"/)
  for (const wrong of ['', 'AAAA-AAAA-AAAA-AAAA', code])
    assert.equal((await ask('/begin/code', { code: wrong })).status, 422)
  const second = await actingAsKeeper(house.db, newCode)
  assert.equal((await ask('/begin/code', { code: second.toLowerCase() })).headers.get('location'), '/begin/school')
  assert.equal((await ask('/nergens')).headers.get('location'), '/begin/school')
  const typed = await ask('/begin/school/nieuw', { name: 'De Andere', place: 'Veendam', postcode: '' })
  assert.equal(typed.headers.get('location'), '/begin')
  assert.match(typed.headers.getSetCookie().join(), /plek=/)
  const mine = await (await ask('/mij')).text()
  assert.ok(mine.includes('De Nieuwe') && mine.includes('De Andere'))
  assert.equal((await ask('/begin/code', { code: second })).status, 422, 'once')
})

test('what lies before every door keeps the way around for who is signed in', async () => {
  const signed = await nobody.post('/inloggen', { mail: said.mail, password: goodPassword })
  const cookie = signed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  for (const path of ['/taal', '/over', '/hulp-nu']) {
    const html = await (await nobody.ask(path, { headers: { cookie } })).text()
    assert.ok(html.includes('href="/netwerk"') && html.includes('Noor Nieuw'), path)
    const bare = await (await nobody.get(path)).text()
    assert.ok(!bare.includes('href="/netwerk"') && !bare.includes('Noor Nieuw'), path)
  }
})

test('the language one chooses signed in is that of her letters too; a passer-by changes nobody’s', async () => {
  const languageOf = async () => {
    const [row] = await house.asKeeper((tx) =>
      rowsOf<{ language: string | null }>(tx, sql`select language from people where mail = ${said.mail}`),
    )
    return row?.language
  }
  const signed = await nobody.post('/inloggen', { mail: said.mail, password: goodPassword })
  const cookie = signed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  await nobody.post('/taal', { language: 'en' })
  assert.equal(await languageOf(), null)
  const body = new URLSearchParams({ language: 'en' })
  await nobody.ask('/taal', { method: 'POST', body, headers: { cookie } })
  assert.equal(await languageOf(), 'en')
  const odd = new URLSearchParams({ language: '<script>' })
  await nobody.ask('/taal', { method: 'POST', body: odd, headers: { cookie } })
  assert.equal(await languageOf(), 'en')
})
