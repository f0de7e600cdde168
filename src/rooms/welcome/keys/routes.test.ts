import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'drizzle-orm'
import { codeOf, goodPassword } from '#kit/gate/trial.ts'
import { aDevice } from '#kit/gate/trialkey.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { letIn } from '#rooms/people/door.ts'
import { serveHouse } from '#test/served.ts'

const house = await serveHouse({ mode: 'real' })
const mail = 'noor@nieuw.example'
const made = await house.gate.createAccount({ email: mail, name: 'Noor Nieuw', password: goodPassword })
assert.ok(made.ok)
await house.asKeeper(async (tx) => {
  const [place] = await tx
    .insert(organisations)
    .values({ kind: 'school', name: 'De Nieuwe', source: 'typed' })
    .returning()
  const { accountId } = made
  await letIn(tx, {
    ...{ organisationId: place!.id, accountId, name: 'Noor Nieuw', mail, roles: ['directeur'], source: 'getypt' },
  })
})
const device = aDevice(house.url)

function browser() {
  const jar = new Map<string, string>()
  const nobody = house.nobody()
  return async (path: string, fields?: Record<string, string>, headers: Record<string, string> = {}) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const body = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
    const answer = await nobody.ask(path, { ...body, headers: { cookie, ...headers } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (pair.slice(at + 1)) jar.set(pair.slice(0, at), pair.slice(at + 1))
      else jar.delete(pair.slice(0, at))
    }
    return answer
  }
}
async function signedIn() {
  const send = browser()
  assert.equal((await send('/inloggen', { mail, password: goodPassword })).status, 303)
  return send
}
const grownStale = () => house.db.gate.execute(sql`update gate.session set fresh_at = now() - interval '16 minutes'`)

test('a passkey is added under a name, signs in and goes where one was going, and is removed', async () => {
  const send = await signedIn()
  assert.match(await (await send('/mij/sleutels')).text(), /Je hebt nog geen toegangssleutel/)
  const task = await (await send('/mij/sleutels/opdracht', {})).json()
  const unnamed = await send('/mij/sleutels', { name: ' ', answer: device.make(task) })
  assert.equal(unnamed.status, 422)
  const added = await send('/mij/sleutels', { name: 'Mijn <b>telefoon</b>', answer: device.make(task) })
  assert.equal(added.headers.get('location'), '/mij/sleutels')
  const html = await (await send('/mij/sleutels')).text()
  assert.ok(html.includes('Mijn &lt;b&gt;telefoon') && html.includes('nog niet gebruikt'))

  const other = browser()
  const question = await (await other('/inloggen/sleutel/opdracht', {})).json()
  const into = await other('/inloggen/sleutel', { naar: '/mij', answer: device.use(question) })
  assert.equal(into.headers.get('location'), '/mij')
  assert.equal((await other('/mij')).status, 200)
  const replayed = await other('/inloggen/sleutel', { naar: '/mij', answer: device.use(question) })
  assert.equal(replayed.headers.get('location'), '/inloggen')

  const id = /\/mij\/sleutels\/([^/"]+)\/einde/.exec(html)?.[1] ?? ''
  assert.equal((await send('/mij/sleutels/nooit-geweest/einde', {})).status, 404)
  assert.equal((await send(`/mij/sleutels/${id}/einde`, {})).headers.get('location'), '/mij/sleutels')
  assert.match(await (await send('/mij/sleutels')).text(), /Je hebt nog geen toegangssleutel/)
})

test('what is no answer of a device is a sentence, never a fault', async () => {
  const [send, nobody] = [await signedIn(), browser()]
  for (const answer of ['', '{', '{"id":"x"}', 'null', 'x'.repeat(25_000)]) {
    assert.equal((await nobody('/inloggen/sleutel', { answer })).headers.get('location'), '/inloggen')
    assert.equal((await send('/mij/sleutels', { name: 'x', answer })).status, 422)
    assert.equal((await send('/mij/bevestiging/sleutel', { answer, naar: '/mij' })).status, 422)
  }
})

test('no other site lets the device be asked', async () => {
  const evil = { origin: 'https://evil.example' }
  for (const path of ['/inloggen/sleutel/opdracht', '/inloggen/sleutel'])
    assert.equal((await browser()(path, {}, evil)).status, 403)
  const send = await signedIn()
  assert.equal((await send('/mij/sleutels/opdracht', {}, evil)).status, 403)
})

test('after a quarter of an hour one proves again who one is, and comes back', async () => {
  const send = await signedIn()
  await grownStale()
  assert.equal((await send('/mij/sleutels')).headers.get('location'), '/mij/bevestiging?naar=%2Fmij%2Fsleutels')
  const from = await send('/mij/sleutels/opdracht', {}, { referer: `${house.url}/mij/sleutels` })
  assert.equal(from.headers.get('location'), '/mij/bevestiging?naar=%2Fmij%2Fsleutels')
  const evil = await send('/mij/sleutels/opdracht', {}, { referer: 'https://evil.example/mij' })
  assert.equal(evil.headers.get('location'), '/mij/bevestiging?naar=%2F')
  const page = await (await send('/mij/bevestiging?naar=//evil.example')).text()
  assert.ok(!page.includes('evil.example'))
  const wrong = await send('/mij/bevestiging', { password: 'niet het goede', naar: '/mij/sleutels' })
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /value="\/mij\/sleutels"/)
  assert.equal((await send('/mij/bevestiging', { password: '', naar: '' })).status, 422)
  assert.equal((await send('/mij/sleutels')).status, 303)
  const right = await send('/mij/bevestiging', { password: goodPassword, naar: '/mij/sleutels' })
  assert.equal(right.headers.get('location'), '/mij/sleutels')
  assert.equal((await send('/mij/sleutels')).status, 200)
  assert.equal((await send('/mij/bevestiging/proef', { naar: '/' })).status, 404, 'no click outside the demo')
  const off = await send('/mij/bevestiging', { password: goodPassword, naar: 'https://evil.example' })
  assert.equal(off.headers.get('location'), '/')
})

test('the code of the second step will do as well; the square and the letters say the same', async () => {
  const send = await signedIn()
  const started = await (await send('/mij/tweede-stap', { password: goodPassword })).text()
  const secret = /secret=([A-Z2-7]+)/.exec(started)?.[1] ?? ''
  assert.match(started, /<svg class="qr" role="img" aria-label="[^"]+"/)
  const code = codeOf(secret)
  await send('/mij/tweede-stap/bevestiging', { code })
  await grownStale()
  assert.match(await (await send('/mij/bevestiging?naar=/mij')).text(), /name="code"/)
  assert.equal((await send('/mij/bevestiging/code', { code, naar: '/mij' })).status, 422, 'used')
  const next = await send('/mij/bevestiging/code', { code: codeOf(secret, 1), naar: '/mij/sleutels' })
  assert.equal(next.headers.get('location'), '/mij/sleutels')
  assert.equal((await send('/mij/sleutels')).status, 200)
})
