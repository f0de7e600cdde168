import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { dayOf, dayPlus } from '#kit/time/day.ts'
import { engine } from '#test/engine.ts'
import { type Served, serveHouse, type Visitor } from '#test/served.ts'
import { forgetIntegrations, warnMaker } from './actions.ts'

let house: Served
let head: Visitor
const today = dayOf(new Date())
before(async () => {
  house = await serveHouse({ town: true })
  head = await house.as('nadia.bouzid@dewaterlelie.example')
})
const kept = () =>
  house.asKeeper((tx) =>
    rowsOf<{ id: string; scopes: string[]; text: string }>(
      tx,
      sql`select id, scopes, integrations::text as text from integrations`,
    ),
  )
const api = (token: string) =>
  house.app.fetch(new Request(`${house.url}/api/v1/groups`, { headers: { authorization: `Bearer ${token}` } }))

test(`a head makes a token, sees it once, uses it and revokes it (${engine})`, async () => {
  const wrong = await head.post('/koppelingen', { name: '', expiresOn: '2099-01-01' })
  assert.equal(wrong.status, 422)
  const said = await wrong.text()
  for (const text of ['Vul in waar deze koppeling voor is', 'Kies ten minste één ding'])
    assert.match(said, new RegExp(text))
  const late = { name: 'Scherm', scopes: 'school:read', expiresOn: dayPlus(today, 400) }
  assert.match(await (await head.post('/koppelingen', late)).text(), /hoogstens een jaar vooruit/)
  const made = await head.post('/koppelingen', {
    ...late,
    scopes: ['school:read', 'presence:write'],
    expiresOn: dayPlus(today, 30),
  })
  const html = await made.text()
  const [token] = /kl_[\w-]{43}/.exec(html) ?? []
  assert.ok(token, html)
  const [row] = await kept()
  assert.deepEqual(
    row?.scopes,
    ['school:read', 'partners:read', 'presence:read', 'presence:write'].sort((a, b) => order(a) - order(b)),
  )
  assert.ok(!row?.text.includes(token.slice(3)), 'the token itself is not kept')
  const list = await (await head.get('/koppelingen')).text()
  assert.ok(list.includes('Scherm') && list.includes('Nadia Bouzid') && !list.includes(token))
  assert.equal((await api(token)).status, 200)
  assert.match(await (await head.get('/koppelingen')).text(), /laatst gebruikt op/)
  assert.equal((await head.post(`/koppelingen/${row!.id}/intrekking`)).status, 303)
  assert.equal((await api(token)).status, 401)
  assert.match(await (await head.get('/koppelingen')).text(), /Ingetrokken/)
})
const order = (scope: string) => ['school:read', 'partners:read', 'presence:read', 'presence:write'].indexOf(scope)

test('a teacher finds none of it, also not by its address', async () => {
  const teacher = await house.as('joost.hendriks@dewaterlelie.example')
  const [row] = await kept()
  assert.equal((await teacher.get('/koppelingen')).status, 404)
  assert.equal((await teacher.get('/koppelingen/nieuw')).status, 404)
  assert.equal(
    (await teacher.post('/koppelingen', { name: 'x', scopes: 'school:read', expiresOn: dayPlus(today, 9) })).status,
    404,
  )
  assert.equal((await teacher.post(`/koppelingen/${row!.id}/intrekking`)).status, 404)
})

test('two weeks before it ends its maker gets one letter, unless it was revoked', async () => {
  await head.post('/koppelingen', { name: 'Loopt af', scopes: 'school:read', expiresOn: dayPlus(today, 10) })
  const letters = () =>
    house.asKeeper((tx) =>
      rowsOf<{ subject: string; text: string }>(
        tx,
        sql`select subject, text from letters where subject like '%koppeling%'`,
      ),
    )
  for (let tries = 0; tries < 40 && !(await letters()).length; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 250))
  const [letter, ...more] = await letters()
  assert.equal(more.length, 0)
  assert.equal(letter?.subject, 'Een koppeling loopt af')
  assert.match(letter.text, /“Loopt af”/)
  const [row] = await house.asKeeper((tx) =>
    rowsOf<{ id: string; organisation: string }>(
      tx,
      sql`update integrations set revoked_at = now() where name = 'Loopt af' returning id, organisation_id as organisation`,
    ),
  )
  await house.asKeeper((tx) => warnMaker(tx, { organisationId: row!.organisation, id: row!.id }, ''))
  const waiting = await house.asKeeper((tx) =>
    rowsOf(tx, sql`select 1 from outbox where kind = 'mail' and done_at is null`),
  )
  assert.equal(waiting.length, 0)
})

test('what ended a year ago is forgotten, and kept answers after a day', async () => {
  await house.asKeeper((tx) =>
    tx.execute(sql`insert into machine_replies (token_id, key, fingerprint, at) values
    (${crypto.randomUUID()}, 'old', '', now() - interval '2 days'), (${crypto.randomUUID()}, 'new', '', now())`),
  )
  const before = (await kept()).length
  assert.equal(await house.asKeeper((tx) => forgetIntegrations(tx, new Date())), 0)
  const inTwoYears = new Date(Date.now() + 2 * 366 * 86_400_000)
  const left = await house.asKeeper((tx) => rowsOf<{ key: string }>(tx, sql`select key from machine_replies`))
  assert.deepEqual(left, [{ key: 'new' }])
  assert.equal(await house.asKeeper((tx) => forgetIntegrations(tx, inTwoYears)), before)
  const contents = await house.asKeeper((tx) =>
    rowsOf(tx, sql`select 1 from trail where table_name = 'integrations' and contents is not null and deed = 'insert'`),
  )
  assert.equal(contents.length, 0)
})
