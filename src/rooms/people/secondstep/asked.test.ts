import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq, sql } from 'drizzle-orm'
import { rowsOf } from '#kit/db/database.ts'
import { codeOf, goodPassword } from '#kit/gate/trial.ts'
import { aDevice } from '#kit/gate/trialkey.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { letIn } from '#rooms/people/door.ts'
import { serveHouse } from '#test/served.ts'
import { signInRules } from '../tables.ts'

const house = await serveHouse({ mode: 'real' })
const placed = (kind: 'school' | 'board', name: string, boardId?: string) =>
  house.asKeeper(async (tx) => {
    const [row] = await tx
      .insert(organisations)
      .values({ kind, name, source: 'typed', ...(boardId ? { boardId } : {}) })
      .returning()
    return row!.id
  })
const board = await placed('board', 'Stichting Veen')
const school = await placed('school', 'De Nieuwe', board)
const other = await placed('school', 'De Tweede', board)
const stranger = await placed('school', 'De Vreemde')

async function somebody(mail: string, organisationId: string, role: string) {
  const made = await house.gate.createAccount({ email: mail, name: mail, password: goodPassword })
  assert.ok(made.ok)
  const { accountId } = made
  await house.asKeeper((tx) =>
    letIn(tx, { ...{ organisationId, accountId, name: mail, mail, roles: [role] }, source: 'getypt' }),
  )
  return accountId
}
await somebody('hoofd@nieuw.example', school, 'directeur')
await somebody('juf@nieuw.example', school, 'leerkracht')
await somebody('meester@tweede.example', other, 'leerkracht')
await somebody('hoofd@vreemd.example', stranger, 'directeur')
await somebody('bestuur@veen.example', board, 'bestuurder')

function browser() {
  const jar = new Map<string, string>()
  const nobody = house.nobody()
  return async (path: string, fields?: Record<string, string>) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const body = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
    const answer = await nobody.ask(path, { ...body, headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const cut = pair.indexOf('=')
      if (pair.slice(cut + 1)) jar.set(pair.slice(0, cut), pair.slice(cut + 1))
      else jar.delete(pair.slice(0, cut))
    }
    return answer
  }
}
async function signedIn(mail: string) {
  const send = browser()
  assert.equal((await send('/inloggen', { mail, password: goodPassword })).status, 303)
  return send
}
type Send = ReturnType<typeof browser>
const where = async (send: Send, path: string, fields?: Record<string, string>) => {
  const answer = await send(path, fields)
  return answer.headers.get('location') ?? answer.status
}
const asked = (of: string) =>
  house.asKeeper((tx) => tx.select().from(signInRules).where(eq(signInRules.organisationId, of)))
const graceIsOver = (of: string) =>
  house.asKeeper((tx) =>
    tx.update(signInRules).set({ secondStepFrom: '2026-01-01' }).where(eq(signInRules.organisationId, of)),
  )

test('only the head asks it, from a week from now, for her own school, and the trail says so', async () => {
  const [head, teacher] = [await signedIn('hoofd@nieuw.example'), await signedIn('juf@nieuw.example')]
  assert.equal(await where(teacher, '/tweede-stap'), 404)
  assert.equal(await where(teacher, '/tweede-stap', {}), 404)
  assert.equal(await where(teacher, '/tweede-stap/einde', {}), 404)
  assert.doesNotMatch(await (await teacher('/school')).text(), /href="\/tweede-stap"/)
  assert.match(await (await head('/school')).text(), /href="\/tweede-stap"/)
  assert.equal(await where(head, '/tweede-stap', {}), '/tweede-stap')
  assert.match(await (await head('/tweede-stap')).text(), /Vanaf .* is de tweede stap nodig/)
  assert.equal((await asked(school)).length, 1)
  assert.equal((await asked(stranger)).length, 0)
  const trailed = await house.asKeeper((tx) =>
    rowsOf(tx, sql`select from trail where table_name = 'sign_in_rules' and deed = 'insert' and school_id = ${school}`),
  )
  assert.equal(trailed.length, 1)
  assert.match(
    await (await teacher('/')).text(),
    /vraagt je organisatie een tweede stap/,
    'a week beforehand she is told',
  )
  assert.equal(await where(teacher, '/school'), 200, 'and goes on meanwhile')
})

test('after that week who has none sets it up before anything else, and then goes on', async () => {
  await graceIsOver(school)
  const teacher = await signedIn('juf@nieuw.example')
  for (const path of ['/', '/school', '/mij', '/netwerk', '/vragen'])
    assert.equal(await where(teacher, path), '/mij/tweede-stap', path)
  assert.equal(await where(teacher, '/mij/gegevens', { name: 'Anders' }), '/mij/tweede-stap', 'writing neither')
  for (const path of ['/hulp-nu', '/taal', '/mij/sleutels']) assert.equal(await where(teacher, path), 200, path)
  const page = await (await teacher('/mij/tweede-stap')).text()
  assert.match(page, /Je organisatie vraagt een tweede stap/)
  const started = await (await teacher('/mij/tweede-stap', { password: goodPassword })).text()
  const secret = /secret=([A-Z2-7]+)/.exec(started)?.[1] ?? ''
  assert.equal(await where(teacher, '/mij/tweede-stap/bevestiging', { code: codeOf(secret) }), '/mij')
  assert.equal(await where(teacher, '/school'), 200)
  assert.equal(await where(teacher, '/mij/tweede-stap/einde', { password: goodPassword }), '/mij')
  assert.equal(await where(teacher, '/school'), '/mij/tweede-stap', 'turned off is none')
  assert.equal(await where(teacher, '/uitloggen', {}), '/inloggen')
  assert.equal(await where(await signedIn('hoofd@vreemd.example'), '/school'), 200, 'another school asks nothing')
})

test('a passkey is two steps: made here, or used to come in; the password alone still is not', async () => {
  const head = await signedIn('hoofd@nieuw.example')
  assert.equal(await where(head, '/school'), '/mij/tweede-stap')
  const device = aDevice(house.url)
  const task = await (await head('/mij/sleutels/opdracht', {})).json()
  assert.equal(await where(head, '/mij/sleutels', { name: 'telefoon', answer: device.make(task) }), '/mij/sleutels')
  assert.equal(await where(head, '/school'), 200)
  const byKey = browser()
  const question = await (await byKey('/inloggen/sleutel/opdracht', {})).json()
  await byKey('/inloggen/sleutel', { naar: '/', answer: device.use(question) })
  assert.equal(await where(byKey, '/school'), 200)
  const byWord = await signedIn('hoofd@nieuw.example')
  assert.equal(await where(byWord, '/school'), '/mij/tweede-stap')
  const proof = await (await byWord('/mij/bevestiging/sleutel/opdracht', {})).json()
  await byWord('/mij/bevestiging/sleutel', { naar: '/school', answer: device.use(proof) })
  assert.equal(await where(byWord, '/school'), 200)
})

test('a board asks it for all its schools; what it asks no head takes back', async () => {
  const [trustee, teacher] = [await signedIn('bestuur@veen.example'), await signedIn('meester@tweede.example')]
  assert.match(await (await trustee('/collegas')).text(), /href="\/tweede-stap"/)
  assert.equal(await where(trustee, '/tweede-stap', {}), '/tweede-stap')
  assert.equal(await where(teacher, '/school'), 200)
  await graceIsOver(board)
  assert.equal(await where(teacher, '/school'), '/mij/tweede-stap')
  assert.equal(await where(trustee, '/collegas'), '/mij/tweede-stap', 'its own people too')
  await house.asKeeper((tx) => tx.delete(signInRules).where(eq(signInRules.organisationId, school)))
  assert.equal(await where(await signedIn('hoofd@nieuw.example'), '/school'), '/mij/tweede-stap')
  await house.asKeeper((tx) => tx.delete(signInRules))
  assert.equal(await where(teacher, '/school'), 200)
})
