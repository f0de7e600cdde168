import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Operation } from '#kit/api/operation.ts'
import { scopes } from '#rooms/integrations/door.ts'
import { engine } from '#test/engine.ts'
import { operations } from '../../src/main/openapi.ts'
import { type Served, serveHouse } from '../served.ts'
import { doorFor } from './door.ts'
import { examples, type Ids, idsOf } from './examples.ts'
import { nasty } from './strings.ts'
import { type Answered, type Asked, ask, tokenOf } from './tokens.ts'

/** Whatever a program sends: a sentence about it, never a fault of ours, and nothing of it said back. */
const nadia = 'nadia.bouzid@dewaterlelie.example'
let house: Served
let own: Ids
let token: string
let tried = 0
let refused = 0
const door = doorFor(scopes)

before(async () => {
  house = await serveHouse({ town: true, mode: 'real' })
  own = await idsOf(house, 'De Waterlelie', 'Nadia Bouzid')
  token = await tokenOf(house, nadia, scopes)
})

/** What the door refuses by itself asks nothing of the database; every tenth of those goes to the whole house too. */
const send = async (given: Asked) => (await sendIf(given, () => true))!

/**
 * The same, where much of the same follows: `npm test` lets every third in of what the door lets through, so that each
 * place still gets ten strings of each kind; `npm run test:long` lets all of it in.
 */
const inFull = Boolean(process.env['TEST_LONG'])
let through = 0
const sendSome = (given: Asked) => sendIf(given, () => through++ % 3 === 0 || inFull)

const sendIf = async (given: Asked, lets: () => boolean): Promise<Answered | undefined> => {
  const asked = { ...given, headers: { 'if-match': '*', ...given.headers } }
  const atTheDoor = await door.knock(asked)
  if (!atTheDoor && !lets()) return undefined
  tried += 1
  if (!atTheDoor) return ask(house, token, asked)
  refused += 1
  if (refused % 10) return atTheDoor
  const answer = await ask(house, token, asked)
  assert.deepEqual([answer.status, answer.text], [atTheDoor.status, atTheDoor.text], 'the house says the same')
  return answer
}

function calm(answer: Answered | undefined, what: string, statuses?: readonly number[]) {
  if (!answer) return
  assert.ok(answer.status < 500, `${what} gives ${answer.status}: ${answer.text.slice(0, 300)}`)
  if (statuses)
    assert.ok(statuses.includes(answer.status), `${what} gives ${answer.status}: ${answer.text.slice(0, 300)}`)
  if (answer.status < 400) return
  const { detail, errors = [] } = answer.json as { detail: string; errors?: { field: string; why: string }[] }
  assert.match(detail, /^[A-Z].*\.$|^[A-Z]/, what)
  assert.ok(answer.text.length < 12_000, `${what}: what was sent is not said back`)
  for (const { why } of errors) assert.ok(why && !why.startsWith('error.'), `${what}: ${why} is no sentence`)
}

const values = Object.entries(nasty)
const odd: [string, unknown][] = [
  ['null', null],
  ['true', true],
  ['a number', -1.5e300],
  ['a list', [[]]],
  ['an object', { a: { b: 1 } }],
  ['a list of everything', values.slice(0, 8).map(([, value]) => value)],
]

test(`every field of every body, with everything nasty (${engine})`, async () => {
  for (const operation of operations.filter(({ body }) => body)) {
    const example = examples[operation.id]!
    const [path, good] = [example.path(own), example.body?.(own) as Record<string, unknown>]
    for (const field of Object.keys(operation.body!.shape))
      for (const [name, value] of [...values, ...odd]) {
        const body = { ...good, [field]: value }
        calm(await sendSome({ method: operation.method, path, body }), `${operation.id} ${field} = ${name}`)
      }
  }
})

test('bodies that are no body', async () => {
  for (const operation of operations.filter(({ body }) => body)) {
    const { method, path } = { method: operation.method, path: examples[operation.id]!.path(own) }
    for (const raw of [
      '',
      '{',
      'null',
      '[]',
      '"text"',
      '1',
      '{"__proto__":{"x":1}}',
      '['.repeat(60_000),
      '\ud800',
      '{"a":1}{',
    ])
      calm(await send({ method, path, raw }), `${operation.id} ${raw.slice(0, 20)}`, [400, 422])
    const extra = { ...(examples[operation.id]!.body?.(own) as object), unheardOf: 1 }
    const answer = await send({ method, path, body: extra })
    calm(answer, operation.id, [400])
    assert.match(answer.text, /"field":"unheardOf","why":"is not known here"/)
    const headers = { 'content-type': 'text/plain' }
    calm(await send({ method, path, raw: '{}', headers }), operation.id, [415])
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    calm(await send({ method, path, raw: 'name=x', headers: form }), operation.id, [415])
    calm(await send({ method, path, raw: `{"name":"${'a'.repeat(300_000)}"}` }), operation.id, [413])
  }
})

test('every parameter and every place in an address', async () => {
  for (const operation of operations) {
    const { method } = operation
    const { path, body } = askedOf(operation)
    for (const [name, value] of values.filter(([, one]) => String(one).length < 3000)) {
      const text = encodeURIComponent(String(value).toWellFormed())
      for (const field of Object.keys(operation.query.shape))
        calm(await sendSome({ method, path: `${path}?${field}=${text}`, body }), `${operation.id} ${field} = ${name}`)
      for (const place of path.match(/[0-9a-f-]{36}/g) ?? [])
        calm(
          await sendSome({ method, path: path.replace(place, text || 'x'), body }),
          `${operation.id} at ${name}`,
          [404, 400],
        )
    }
    calm(await send({ method, path: `${path}?unheardOf=1`, body }), operation.id, [400])
    if ('limit' in operation.query.shape) {
      for (const limit of ['0', '101', '1e3', 'x', '1.5'])
        calm(await send({ method, path: `${path}?limit=${limit}` }), limit, [400])
      for (const cursor of ['x', 'bm8', '%00'])
        calm(await send({ method, path: `${path}?cursor=${cursor}` }), cursor, [400])
      calm(await send({ method, path: `${path}?limit=1&limit=2` }), 'twice', [400])
    }
  }
})

test('headers that make no sense', async () => {
  const path = '/partners'
  const body = { name: 'Nog een' }
  for (const key of ['with blanks in it', 'é', 'a'.repeat(101)])
    calm(await send({ method: 'post', path, body, headers: { 'idempotency-key': key } }), key, [400])
  for (const authorization of ['Basic eDp5', 'Bearer', 'Bearer  x', `Bearer ${'a'.repeat(5000)}`, 'Bearer kl_é'])
    calm(await ask(house, undefined, { method: 'get', path, headers: { authorization } }), authorization, [401])
  for (const method of ['patch', 'options', 'trace-less', 'delete'].filter((one) => one !== 'trace-less')) {
    const answer = await send({ method, path })
    calm(answer, method, [404])
    assert.equal(answer.headers.get('access-control-allow-origin'), null)
  }
  calm(await send({ method: 'get', path: '/nowhere' }), 'nowhere', [404])
  const ifMatch = await ask(house, token, { method: 'put', path: `/partners/${own.partner}`, body: { name: 'X' } })
  assert.equal(ifMatch.status, 428)
})

test('nothing of it was a fault of ours, and it was a lot', () => {
  console.log(`  ${tried} requests, ${refused} refused at the door`)
  assert.deepEqual(door.faults, [])
  assert.ok(tried > 2000)
  assert.deepEqual(
    house.log.filter((line) => line.includes('"error"')),
    [],
  )
})

function askedOf(operation: Operation) {
  const example = examples[operation.id]!
  return { path: example.path(own), ...(example.body ? { body: example.body(own) } : {}) }
}
