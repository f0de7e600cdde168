import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import * as z from 'zod'
import { refusalsOf } from '#kit/api/document.ts'
import type { Operation } from '#kit/api/operation.ts'
import { scopes } from '#rooms/integrations/door.ts'
import { engine } from '#test/engine.ts'
import { operations } from '../../src/main/openapi.ts'
import { type Served, serveHouse } from '../served.ts'
import { doorFor } from './door.ts'
import { examples, type Ids, idsOf, weightOf } from './examples.ts'
import { type Answered, type Asked, ask, tokenOf } from './tokens.ts'

/** Every operation of the committed document, as it says; each scope by itself; the other school's ids; wrong input. */
const nadia = 'nadia.bouzid@dewaterlelie.example'
const inOrder = operations.toSorted((a, b) => weightOf(a) - weightOf(b))

type Json = Record<string, unknown>
type Document = {
  paths: Record<string, Record<string, { responses: Record<string, Json> }>>
  components: { schemas: Json }
}
const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8')) as Document

let house: Served
let own: Ids
let theirs: Ids
let everything: string

before(async () => {
  house = await serveHouse({ town: true, mode: 'real' })
  own = await idsOf(house, 'De Waterlelie', 'Nadia Bouzid')
  theirs = await idsOf(house, 'Het Molentje', 'Ilse Wagenaar')
  everything = await tokenOf(house, nadia, scopes)
})

/** What a program asks for this operation, with the ETag it needs. */
async function exampleOf(operation: Operation, ids: Ids): Promise<Asked> {
  const asked = askedOf(operation, ids)
  if (!operation.guarded) return asked
  const now = await ask(house, everything, { method: 'get', path: asked.path })
  return { ...asked, headers: { 'if-match': now.headers.get('etag') ?? '"none"' } }
}

function askedOf(operation: Operation, ids: Ids): Asked {
  const example = examples[operation.id]
  assert.ok(example, `say in test/matrix/examples.ts how ${operation.id} is asked`)
  const body = example.body ? { body: example.body(ids) } : {}
  return { method: operation.method, path: example.path(ids) + (example.query ?? ''), ...body }
}

/** The answer, held to what the committed document says of this status. */
function asDocumented(operation: Operation, { status, type, json, text }: Answered) {
  const said = document.paths[operation.path]?.[operation.method]?.responses[String(status)]
  assert.ok(said, `${operation.id} answers ${status}, which is not in the document: ${text}`)
  if (status === 204 || status === 304) return assert.equal(text, '')
  if (status >= 400) {
    assert.equal(type, 'application/problem+json', operation.id)
    return schemaOf(document.components.schemas['Problem'] as Json).parse(json)
  }
  assert.equal(type, 'application/json', operation.id)
  const content = said['content'] as { 'application/json': { schema: Json } }
  return schemaOf(content['application/json'].schema).parse(json)
}

// References of the document are turned into those of a single schema, which is what the reader of schemas knows.
const schemaOf = (schema: Json) =>
  z.fromJSONSchema(
    JSON.parse(
      JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
    ) as Json,
  )

test(`every operation answers as the committed document says (${engine})`, async () => {
  for (const operation of inOrder) {
    const answer = await ask(house, everything, await exampleOf(operation, own))
    assert.equal(answer.status, operation.answer.status, `${operation.id}: ${answer.text}`)
    asDocumented(operation, answer)
  }
  assert.deepEqual(Object.keys(examples).sort(), operations.map(({ id }) => id).sort())
})

test('without a token, with a cookie, or with one that is guessed, ended, revoked or forwarded: 401 and nothing more', async () => {
  const ended = await tokenOf(house, nadia, scopes, { expiresOn: '2026-01-01' })
  const revoked = await tokenOf(house, nadia, scopes, { revoked: true })
  const teacher = await tokenOf(house, 'joost.hendriks@dewaterlelie.example', scopes)
  const { cookie } = await house.as(nadia)
  for (const operation of operations) {
    const { path, method } = await exampleOf(operation, own)
    const bare = operation.body ? { body: {} } : {}
    const tries = [
      ask(house, undefined, { method, path, ...bare }),
      ask(house, undefined, { method, path, ...bare, headers: { cookie } }),
      ask(house, `kl_${'a'.repeat(43)}`, { method, path, ...bare }),
      ...[ended, revoked, teacher].map((token) => ask(house, token, { method, path, ...bare })),
    ]
    for (const answer of await Promise.all(tries)) {
      assert.equal(answer.status, 401, operation.id)
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer /)
      asDocumented(operation, answer)
    }
  }
})

test('each scope by itself × every operation: it opens its own and is refused the rest', async () => {
  let [opened, refused] = [0, 0]
  for (const scope of scopes) {
    const token = await tokenOf(house, nadia, [scope])
    const door = doorFor([scope])
    for (const [place, operation] of operations.filter(({ method }) => method !== 'delete').entries()) {
      const enough = operation.scopes.every((one) => one === scope)
      // What the door refuses without the house, one in ten of them is refused by the whole house too.
      const atTheDoor = enough || place % 10 === 0 ? undefined : await door.knock(askedOf(operation, own))
      const answer = atTheDoor ?? (await ask(house, token, await exampleOf(operation, own)))
      if (enough) assert.ok(answer.status < 300, `${scope} ${operation.id}: ${answer.text}`)
      else assert.equal(answer.status, 403, `${scope} ${operation.id}: ${answer.text}`)
      asDocumented(operation, answer)
      if (enough) opened += 1
      else refused += 1
    }
  }
  console.log(`  ${scopes.length} scopes: ${opened} opened, ${refused} refused`)
  assert.ok(opened >= scopes.length && refused > opened)
})

test('ids of another school are nowhere', async () => {
  for (const operation of inOrder.filter(({ params, id }) => 'id' in params.shape && id !== 'getOrganisation')) {
    const answer = await ask(house, everything, {
      ...(await exampleOf(operation, theirs)),
      headers: { 'if-match': '*' },
    })
    assert.equal(answer.status, 404, `${operation.id}: ${answer.text}`)
    asDocumented(operation, answer)
  }
})

test('what each operation may refuse with is in the document', () => {
  for (const operation of operations) {
    const { responses } = document.paths[operation.path]![operation.method]!
    const wanted = [operation.answer.status, ...(operation.method === 'get' ? [304] : []), ...refusalsOf(operation)]
    assert.deepEqual(
      Object.keys(responses).map(Number),
      wanted.toSorted((a, b) => a - b),
      operation.id,
    )
    assert.ok(operation.scopes.every((scope) => (scopes as readonly string[]).includes(scope)))
  }
})
