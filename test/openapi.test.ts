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
    const [generator, typescript] = ['openapi-typescript', 'typescript'].map(toolAt)
    const types = join(folder, 'types.d.ts')
    run(join(generator!, 'bin/cli.js'), [join(root, 'docs/openapi.json'), '-o', types], folder)
    writeFileSync(join(folder, 'client.ts'), program())
    const compile = [...options, join(folder, 'client.ts')]
    run(join(typescript!, 'bin/tsc'), compile, folder)
    writeFileSync(join(folder, 'client.ts'), `${program()}\nawait client.GET('/nowhere', {})\n`)
    const wrong = spawnSync(process.execPath, [join(typescript!, 'bin/tsc'), ...compile], {
      cwd: folder,
      encoding: 'utf8',
    })
    assert.match(wrong.stdout, /TS2345.*nowhere/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2024']

function run(tool: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { cwd, encoding: 'utf8' })
  assert.equal(status, 0, `${tool}\n${stdout}${stderr}`)
}

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
  return [
    "import createClient from 'openapi-fetch'",
    "import type { paths } from './types.js'",
    "const client = createClient<paths>({ baseUrl: 'https://school.example/api/v1', headers: { Authorization: 'Bearer kl_x' } })",
    'const say = (what: unknown) => console.log(what)',
    ...lines,
  ].join('\n')
}

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
