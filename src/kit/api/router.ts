import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { brake } from '#kit/http/limit.ts'
import { describeError } from '#kit/http/log.ts'
import type { Street } from '#kit/http/types.ts'
import { type Given, type Operation, routeOf } from './operation.ts'
import { asProblem, Problem, problemAnswer } from './problem.ts'
import { readJson, readParams, readQuery } from './read.ts'
import { keyOf, type Replies, replayed } from './replay.ts'

/** Who holds a token: as whom it acts, and how far it reaches. */
export type Machine = { tokenId: string; me: Actor; scopes: readonly string[] }

export type MachineHouse = {
  operations: readonly Operation[]
  /** Who this token is, when it is one and still holds. */
  recognise: (c: Context<Street>, token: string) => Promise<Machine | undefined>
  act: <T>(machine: Machine, work: (tx: Tx) => Promise<T>) => Promise<T>
  replies: Replies
  /** Requests a minute per token; failed tries in five minutes per address. */
  limits: { requests: number; failures: number }
  log: (line: string) => void
}

type In = Context<Street>

/** All operations under one address. Cookies count for nothing here: only `Authorization: Bearer` does. */
export function routerOf(house: MachineHouse): Hono<Street> {
  const router = new Hono<Street>()
  const enter = doorkeeper(house)
  for (const operation of house.operations)
    router.on(operation.method.toUpperCase(), routeOf(operation), async (c) =>
      serve(house, operation, c, await enter(c)),
    )
  router.all('*', async (c) => {
    await enter(c)
    throw new Problem(404, 'There is no such address, or not with this method. See /api/v1/openapi.json.')
  })
  router.onError((error) => {
    const problem = asProblem(error)
    if (!problem) house.log(describeError(error))
    return problemAnswer(problem ?? new Problem(500, 'Something went wrong here, not with you. It has been noted.'))
  })
  return router
}

/** Lets a program in by its token. Whoever guesses is slowed down by address, whoever hurries by token. */
function doorkeeper({ recognise, limits }: MachineHouse) {
  const failures = brake({ most: limits.failures, seconds: 300 })
  const requests = brake({ most: limits.requests, seconds: 60 })
  const turnAway = (c: In, detail: string, error: string): never => {
    const may = failures(c.var.caller.address, c.var.now.getTime())
    if (!may.ok) throw slower(may.retryAfter)
    throw new Problem(401, detail, { headers: { 'WWW-Authenticate': `Bearer realm="api"${error}` } })
  }
  return async (c: In): Promise<Machine> => {
    const [, token] = /^Bearer ([\w-]{20,200})$/i.exec(c.req.header('authorization') ?? '') ?? []
    if (!token) return turnAway(c, 'Send a token: Authorization: Bearer kl_…', '')
    const machine = await recognise(c, token)
    if (!machine)
      return turnAway(c, 'This token is unknown, ended or revoked, or its maker has left.', ', error="invalid_token"')
    const may = requests(machine.tokenId, c.var.now.getTime())
    if (!may.ok) throw slower(may.retryAfter)
    return machine
  }
}

const slower = (seconds: number) =>
  new Problem(429, `That is too often. Wait ${seconds} seconds.`, { headers: { 'Retry-After': String(seconds) } })

async function serve(house: MachineHouse, operation: Operation, c: In, machine: Machine): Promise<Response> {
  const missing = operation.scopes.filter((scope) => !machine.scopes.includes(scope))
  if (missing.length)
    throw new Problem(403, `This token lacks ${missing.join(' and ')}.`, {
      headers: { 'WWW-Authenticate': `Bearer realm="api", error="insufficient_scope", scope="${missing.join(' ')}"` },
    })
  const asked = { params: readParams(operation, c), query: readQuery(operation, c), body: await readJson(operation, c) }
  const key = operation.method === 'post' && !operation.safe ? keyOf(c, operation, asked) : undefined
  const ifMatch = c.req.header('if-match')
  if (operation.guarded && !ifMatch) throw new Problem(428, 'Fetch it first, and send its ETag along as If-Match.')
  const { today, now, signals } = c.var
  const done = await house.act(machine, async (tx) => {
    const given = { ...asked, tx, me: machine.me, today, now, signals } as unknown as Given<never, never, never>
    if (ifMatch && operation.current) await stillIs(operation, given, ifMatch)
    const work = () => written(operation, given)
    return key ? replayed(house.replies, { tx, machine, key, work }) : work()
  })
  if (operation.method !== 'get' && !operation.safe) c.var.nudge()
  return answerWith(c, operation, done)
}

/** The answer as documented and nothing more: what the form does not name is not sent. */
async function written(operation: Operation, given: Given<never, never, never>): Promise<string | null> {
  const said = await operation.run(given)
  const { schema } = operation.answer
  return schema ? JSON.stringify(schema.parse(said)) : null
}

async function stillIs(operation: Operation, given: Given<never, never, never>, ifMatch: string) {
  const now = etagOf(JSON.stringify(await operation.current?.(given)))
  const named = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (!named.includes('*') && !named.includes(now))
    throw new Problem(412, 'It was changed since you fetched it. Fetch it again and see whether you still want this.')
}

export const etagOf = (text: string) => `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`

function answerWith(c: In, operation: Operation, text: string | null): Response {
  const { status } = operation.answer
  if (text === null) return c.body(null, 204)
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (operation.method === 'get') headers['ETag'] = etagOf(text)
  if (c.req.header('if-none-match') === headers['ETag'] && headers['ETag'])
    return c.body(null, 304, { ETag: headers['ETag'] })
  const { id } = JSON.parse(text) as { id?: string }
  if (status === 201 && id) headers['Location'] = `${new URL(c.req.url).pathname}/${id}`
  return c.body(text, status as 200, headers)
}
