import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { whoIsThis } from '#rooms/people/door.ts'
import { serveHouse } from '#test/served.ts'

const house = await serveHouse({ town: true, mode: 'real' })
const contact = await house.as('sanne.terhorst@spraakwijzer.example')

test('whoever speaks for a partner lets in a colleague of her own, who then speaks for it too', async () => {
  assert.match(await (await contact.get('/collegas')).text(), /href="\/collegas"/)
  const refused = await contact.post('/collegas', { name: 'Tim Tweede', mail: 'geen adres' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /value="Tim Tweede"/)
  const said = { name: 'Tim Tweede', mail: 'tim@spraakwijzer.example', roles: 'directeur' }
  assert.equal((await contact.post('/collegas', said)).headers.get('location'), '/collegas')
  const html = await (await contact.get('/collegas')).text()
  const personId = /name="personId" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  assert.ok(html.includes('Tim Tweede') && personId)
  assert.equal((await contact.post('/uitnodigingen', { personId })).headers.get('location'), '/collegas')
  const letters = await house.asKeeper((tx) => tx.select().from(outbox).where(eq(outbox.kind, 'mail')))
  const texts = letters.map(({ payload }) => payload as { to: string; text: string })
  const token = /\/uitnodiging\/(\S+)/.exec(texts.find(({ to }) => to === said.mail)?.text ?? '')?.[1] ?? ''
  const nobody = house.nobody()
  const come = await nobody.post(`/uitnodiging/${token}`, { password: 'vier paarse olifanten' })
  assert.equal(come.headers.get('location'), '/')
  const accountId = (await house.gate.accountOf(said.mail)) ?? ''
  const who = await house.asKeeper((tx) => whoIsThis(tx, accountId, '2030-01-01'))
  assert.deepEqual(
    who?.places.map(({ kind, roles }) => [kind, roles]),
    [['partner', ['partnercontact']]],
    'and nothing more, whatever was typed along',
  )
})

test('after a quarter of an hour she proves first who she is', async () => {
  await contact.post('/collegas', { name: 'Dora Derde', mail: 'dora@spraakwijzer.example' })
  const html = await (await contact.get('/collegas')).text()
  const personId = [...html.matchAll(/name="personId" value="([0-9a-f-]{36})"/g)].at(-1)?.[1] ?? ''
  await house.db.gate.execute(sql`update gate.session set fresh_at = now() - interval '16 minutes'`)
  const asked = await contact.post('/uitnodigingen', { personId })
  assert.equal(asked.headers.get('location'), '/mij/bevestiging?naar=%2Fcollegas')
  await house.db.gate.execute(sql`update gate.session set fresh_at = now()`)
})

test('a board speaks of its schools and its people, has nothing to set up, and lets in a colleague of its own', async () => {
  const board = await house.as('karima.vos@veenenplas.example')
  const [schools, home] = [await (await board.get('/scholen')).text(), await (await board.get('/')).text()]
  assert.match(
    schools,
    /Jullie scholen[\s\S]*2 scholen horen bij jullie bestuur[\s\S]*De Waterlelie[\s\S]*Het Molentje/,
  )
  assert.doesNotMatch(schools, /werken met je|uitnodigt/)
  assert.match(home, /href="\/collegas"[\s\S]*Wie werkt bij het bestuur/)
  const begin = await board.get('/begin')
  assert.equal(begin.status, 404)
  assert.match(await begin.text(), /Deze stappen zijn voor een school die begint/)
  for (const path of ['/school', '/groepen', '/school/lijst', '/school/ruimtes', '/school/lestijden'])
    assert.equal((await board.get(path)).headers.get('location'), '/collegas', path)
  const said = { name: 'Wouter Tweede', mail: 'wouter@veenenplas.example' }
  assert.equal((await board.post('/collegas', said)).headers.get('location'), '/collegas')
  const html = await (await board.get('/collegas')).text()
  const personId = /name="personId" value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  assert.equal((await board.post('/uitnodigingen', { personId })).headers.get('location'), '/collegas')
  const [row] = await house.asKeeper((tx) =>
    rowsOf<{ roles: string[] }>(tx, sql`select roles from memberships where person_id = ${personId}`),
  )
  assert.deepEqual(row?.roles, ['bestuurder'])
})

test('nobody else has such a page, and the other form gives no more either', async () => {
  for (const mail of ['nadia.bouzid@dewaterlelie.example', 'joost.hendriks@dewaterlelie.example']) {
    const other = await house.as(mail)
    assert.equal((await other.get('/collegas')).status, 404)
    assert.equal((await other.post('/collegas', { name: 'X', mail: 'x@x.nl' })).status, 404)
  }
  const form = await contact.post('/school/mensen', { name: 'Hans Hoger', mail: 'h@x.nl', roles: 'directeur' })
  assert.equal(form.status, 422)
})
