import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { operations } from '../src/main/openapi.ts'
import { drawOpenApi } from './openapi.ts'
import { toolAt } from './tools.ts'

const root = join(import.meta.dirname, '..')
const committed = readFileSync(join(root, 'docs/openapi.json'), 'utf8')

test('the committed document is that of this version', () => {
  assert.equal(committed, drawOpenApi(), 'run node bin/check map')
})

test('the document is sound OpenAPI 3.1, by the recommended rules of Redocly', async () => {
  const config = await createConfig({ extends: ['recommended'] })
  const said = await lintFromString({ source: committed, absoluteRef: join(root, 'docs/openapi.json'), config })
  const lines = said.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)
  assert.deepEqual(lines, [])
  const broken = committed.replaceAll('"operationId": "listPeople",', '')
  const found = await lintFromString({ source: broken, absoluteRef: join(root, 'docs/openapi.json'), config })
  assert.ok(found.length > 0, 'a rule that cannot fail is no rule')
})

test('a generated client compiles against it, every operation and every refusal', () => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache', 'client-'))
  try {
    const generator = join(toolAt('openapi-typescript')!, 'bin/cli.js')
    const made = run(generator, [join(root, 'docs/openapi.json'), '-o', join(folder, 'types.ts')], folder)
    assert.equal(made.status, 0, `${made.stdout}${made.stderr}`)
    writeFileSync(join(folder, 'client.ts'), program())
    writeFileSync(join(folder, 'wrong.ts'), `${opening}\nawait client.GET('/nowhere', {})\n`)
    const { stdout } = run(join(root, 'node_modules/typescript/bin/tsc'), [...options, 'client.ts', 'wrong.ts'], folder)
    const faults = stdout.split('\n').filter((line) => /error TS/.test(line))
    assert.equal(faults.length, 1, `only what asks for a path that is not there is refused:\n${stdout}`)
    assert.match(faults[0]!, /^wrong\.ts.*TS2345.*nowhere/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const asStrict = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', '--pretty', 'false']
const options = [...asStrict, '--noEmit', '--ignoreConfig', '--module', 'nodenext', '--target', 'es2024']

const run = (tool: string, args: string[], cwd: string) =>
  spawnSync(process.execPath, [tool, ...args], { cwd, encoding: 'utf8' })

type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: Schema }
type Schema = {
  $ref?: string
  type?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  format?: string
}
type Described = { parameters?: Parameter[]; requestBody?: { content: { 'application/json': { schema: Schema } } } }
type Document = { paths: Record<string, Record<string, Described>>; components: { schemas: Record<string, Schema> } }
const document = JSON.parse(committed) as Document

/** A program of another house that uses all of it, with the fields that the document calls needed, and reads the answers. */
function program(): string {
  const lines = operations.map(({ path, method, answer }) => {
    const { parameters = [], requestBody } = document.paths[path]![method]!
    const wanted = parameters.filter(({ required }) => required)
    const params = Object.entries(Object.groupBy(wanted, (one) => one.in)).map(
      ([where, list]) =>
        `${where}: ${JSON.stringify(Object.fromEntries(list.map((one) => [one.name, suiting(one.schema)])))}`,
    )
    const body = requestBody ? `body: ${JSON.stringify(suiting(requestBody.content['application/json'].schema))},` : ''
    const asked = `{ ${params.length ? `params: { ${params.join(', ')} },` : ''} ${body} }`
    const read = answer.schema ? 'if (data) say(data satisfies object)' : ''
    return `{ const { data, error } = await client.${method.toUpperCase()}('${path}', ${asked}); ${read}; if (error) say(error.detail satisfies string); void data }`
  })
  return [opening, 'const say = (what: unknown) => console.log(what)', ...lines].join('\n')
}

const opening = [
  "import createClient from 'openapi-fetch'",
  "import type { paths } from './types.js'",
  "const client = createClient<paths>({ baseUrl: 'https://school.example/api/v1', headers: { Authorization: 'Bearer kl_x' } })",
].join('\n')

/** Something that suits a schema. */
function suiting(schema: Schema): unknown {
  if (schema.$ref) return suiting(document.components.schemas[schema.$ref.split('/').at(-1)!]!)
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return suiting(schema.anyOf[0]!)
  if (schema.type === 'array') return [suiting(schema.items!)]
  if (schema.type === 'object')
    return Object.fromEntries((schema.required ?? []).map((name) => [name, suiting(schema.properties![name]!)]))
  if (schema.type === 'boolean') return true
  return schema.type === 'integer' || schema.type === 'number' ? 1 : 'x'
}
