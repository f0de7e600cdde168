import * as z from 'zod'
import type { Operation } from './operation.ts'

type Json = Record<string, unknown>
export type About = {
  title: string
  version: string
  summary: string
  description: string
  licence: { name: string; identifier: string }
  tags: readonly { name: string; description: string }[]
  /** What the house tells other systems by itself, signed as Standard Webhooks has it. */
  told: { message: z.ZodObject<{ event: z.ZodEnum }>; tag: string }
}

/** The OpenAPI 3.1 document of these operations, made from the very forms that check what comes in and goes out. */
export function documentOf(operations: readonly Operation[], about: About): Json {
  const schemas: Json = { Problem: problemSchema }
  const paths: Record<string, Json> = {}
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: described(operation, schemas) }
  return {
    openapi: '3.1.0',
    info: {
      ...{ title: about.title, version: about.version, summary: about.summary, description: about.description },
      license: about.licence,
    },
    servers: [{ url: '/api/v1', description: 'This house' }],
    tags: about.tags,
    paths,
    webhooks: Object.fromEntries(
      about.told.message.shape.event.options.map((event) => [event, heard(`${event}`, about, schemas)]),
    ),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token of an integration: `kl_…`.' } },
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => a.localeCompare(b))),
      responses: Object.fromEntries(Object.entries(sentences).map(([status, text]) => [`P${status}`, refusal(text)])),
    },
  }
}

/** What each refusal means, once for all operations. */
const sentences: Record<string, string> = {
  400: 'The request cannot be understood; `errors` says which field and why.',
  401: 'No token, or one that is unknown, ended or revoked.',
  403: 'The token lacks a scope, or whoever made it may not do this.',
  404: 'There is nothing here, or not for this token.',
  409: 'It exists already, or something still refers to it.',
  412: 'It was changed since it was fetched.',
  413: 'The body is larger than 256 kB.',
  415: 'The body is not application/json.',
  422: 'Understood, and against the rules of the house; `errors` says which field and why.',
  428: 'If-Match is missing.',
  429: 'Too many requests; Retry-After says how long to wait.',
}

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const problemSchema = {
  type: 'object',
  description: 'Why not, as RFC 9457 has it.',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for whoever builds the program.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'why'],
        properties: { field: { type: 'string' }, why: { type: 'string' } },
      },
    },
  },
}

/** The statuses an operation may refuse with. */
export function refusalsOf(operation: Operation): number[] {
  const always = [400, 401, 403, 429]
  const address = Object.keys(operation.params.shape).length ? [404] : []
  const body = operation.body ? [413, 415] : []
  const guard = operation.guarded ? [412, 428] : []
  const twice = operation.method === 'post' && !operation.safe ? [422] : []
  return [...new Set([...always, ...address, ...body, ...guard, ...twice, ...operation.refuses])].sort((a, b) => a - b)
}

function described(operation: Operation, schemas: Json): Json {
  const { status, schema } = operation.answer
  const answer = schema
    ? { description: 'Done.', headers: headersOf(operation), content: jsonOf(schema, schemas) }
    : { description: 'Done.' }
  const refusals = refusalsOf(operation).map((one) => [one, { $ref: `#/components/responses/P${one}` }])
  const unchanged = operation.method === 'get' ? [[304, { description: 'Not changed since.' }]] : []
  return {
    operationId: operation.id,
    summary: operation.says.en,
    ...(operation.more ? { description: operation.more } : {}),
    tags: [operation.tag],
    security: [{ token: operation.scopes }],
    ...parametersOf(operation, schemas),
    ...(operation.body ? { requestBody: { required: true, content: jsonOf(operation.body, schemas) } } : {}),
    responses: Object.fromEntries([[status, answer], ...unchanged, ...refusals]),
  }
}

const signs = {
  id: 'The same when it is sent again.',
  timestamp: 'In seconds.',
  signature: '`v1,` and an HMAC-SHA256.',
}
const heard = (event: string, { told }: About, schemas: Json): Json => ({
  post: {
    ...{ operationId: `hear.${event}`, summary: `Told: ${event}`, tags: [told.tag], security: [] },
    parameters: Object.entries(signs).map(([name, said]) => ({
      ...{ name: `webhook-${name}`, in: 'header', required: true, ...text(said) },
    })),
    requestBody: { required: true, content: jsonOf(told.message, schemas) },
    responses: {
      '2XX': { description: 'Heard.' },
      '4XX': { description: 'Not heard: sent again, each time later, and stopped after three days.' },
    },
  },
})

const text = (description: string) => ({ description, schema: { type: 'string' } })
const headersOf = ({ method, answer }: Operation): Json => ({
  ...(method === 'get' ? { ETag: text('For If-None-Match and If-Match.') } : {}),
  ...(answer.status === 201 ? { Location: text('Where it is now.') } : {}),
})

const jsonOf = (schema: z.ZodType, schemas: Json) => ({ 'application/json': { schema: drawn(schema, schemas) } })

function parametersOf(operation: Operation, schemas: Json): Json {
  const named = (where: 'path' | 'query', form: z.ZodObject) => {
    const { properties = {}, required = [] } = drawn(form, schemas) as { properties?: Json; required?: string[] }
    return Object.entries(properties).map(([name, schema]) => {
      const { description, ...rest } = schema as { description?: string }
      const needed = where === 'path' || required.includes(name)
      return { name, in: where, required: needed, ...(description ? { description } : {}), schema: rest }
    })
  }
  const header = (name: string, required: boolean, description: string) => ({
    ...{ name, in: 'header', required, description, schema: { type: 'string' } },
  })
  const parameters = [
    ...named('path', operation.params),
    ...named('query', operation.query),
    ...(operation.guarded ? [header('If-Match', true, 'The ETag of what you fetched.')] : []),
    ...(operation.method === 'post' && !operation.safe
      ? [header('Idempotency-Key', false, 'Asked again with the same key within a day, it is done once.')]
      : []),
  ]
  return parameters.length ? { parameters } : {}
}

/** The JSON schema of a form. Named parts move to the document’s components. */
function drawn(schema: z.ZodType, schemas: Json): Json {
  const { $schema: _, $defs = {}, ...root } = z.toJSONSchema(schema, { io: 'input' }) as Json & { $defs?: Json }
  for (const [name, part] of Object.entries($defs)) schemas[name] = tidied(part)
  return tidied(root) as Json
}

/** References point to the components; of a format the long pattern that says the same is left out. */
function tidied(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(tidied)
  if (typeof part !== 'object' || part === null) return part
  const { pattern, ...rest } = part as Json
  const kept = typeof pattern === 'string' && 'format' in rest ? rest : (part as Json)
  const tidy = Object.fromEntries(
    Object.entries(kept).map(([name, value]) => [
      name,
      name === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : tidied(value),
    ]),
  )
  return Array.isArray(tidy['anyOf']) ? { ...tidy, anyOf: choicesIn(tidy['anyOf'] as Json[]) } : tidy
}

/** “This or null, or null” is “this or null”. */
function choicesIn(choices: readonly Json[]): Json[] {
  const flat = choices.flatMap((one) =>
    Array.isArray(one['anyOf']) && Object.keys(one).length === 1 ? (one['anyOf'] as Json[]) : [one],
  )
  return flat.filter((one, place) => one['type'] !== 'null' || flat.findIndex(({ type }) => type === 'null') === place)
}
