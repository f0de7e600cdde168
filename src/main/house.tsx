import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import type { Config } from '#kit/config/read.ts'
import { actingAsKeeper, type Database } from '#kit/db/database.ts'
import type { Gate } from '#kit/gate/gate.ts'
import { limitBodies, NotAForm, TooLarge } from '#kit/http/body.ts'
import { limitWrites } from '#kit/http/limit.ts'
import { describeError, logRequests } from '#kit/http/log.ts'
import { keepSecret, keptByNobody, ownFormsOnly, ownNamesOnly, strictHeaders, withNonce } from '#kit/http/shield.ts'
import type { HouseForWorkers, Inside, Porch, Street } from '#kit/http/types.ts'
import type { Worker, Workers } from '#kit/jobs/work.ts'
import type { Assets } from '#ui/assets.ts'
import { calendars } from './feeds.ts'
import { asWhoAsked, inTheHall, onThePorch } from './hall.ts'
import { machines } from './machine.ts'
import { type Problem, ProblemPage } from './pages/problem.tsx'
import { pavement } from './pavement.tsx'
import { rooms, secretAddresses } from './rooms.ts'
import { onTheStreet } from './street.tsx'

export type House = {
  db: Database
  config: Config
  gate: Gate
  assets: Assets
  nudge: () => void
  /** Now. A test may have its own. */
  clock: () => Date
  log: (line: string) => void
}

/** The whole house as one Hono application: the street outside, the porch for who has signed in, the rooms inside. */
export function build(house: House): Hono<Street> {
  const { config } = house
  const street = new Hono<Street>()
  street.use(logRequests(house.log), ownNamesOnly(config), keptByNobody, withNonce)
  street.use(keepSecret(secretAddresses), strictHeaders(config))
  street.use(compress(), onTheStreet(house))
  street.onError((error, c) => answerTo(error, c, house.log))
  street.notFound((c) => c.var.page(<ProblemPage problem={404} />, 404))
  // Before the forms: programs have no session, so nobody can be tricked into using one.
  street.route('/api/v1', machines(house))
  street.use(ownFormsOnly(config, { secretAddresses, signed: fromElsewhere }))
  street.use(
    limitWrites(config, (c, seconds) => {
      c.header('Retry-After', String(seconds))
      return c.var.page(<ProblemPage problem={429} seconds={seconds} />, 429)
    }),
  )
  street.use(limitBodies)
  street.route('/', pavement(house))
  street.route('/', calendars(house))
  for (const room of rooms) if (room.street) street.route('/', room.street)

  const porch = new Hono<Porch>().use(onThePorch(house.db))
  for (const room of rooms) if (room.porch) porch.route('/', room.porch)
  const hall = new Hono<Inside>().use(inTheHall(house.db))
  for (const room of rooms) if (room.inside) hall.route('/', room.inside)
  return street.route('/', porch).route('/', hall)
}

/** Where a provider's own page posts what it signed. */
const fromElsewhere = /^\/inloggen\/via\/[a-z0-9-]+\/antwoord$/

/** The background work of all rooms, by kind; and by fact, every room that listens to it in turn. */
export function workersOf({ db, config, gate }: Pick<House, 'db' | 'config' | 'gate'>): Workers {
  const given: HouseForWorkers = { config, gate, asKeeper: (work) => actingAsKeeper(db, work), as: asWhoAsked(db) }
  const heard = Object.groupBy(
    rooms.flatMap((room) => Object.entries(room.listens?.(given) ?? {})),
    ([fact]) => fact,
  )
  const listeners = Object.entries(heard).map(([fact, all = []]): [string, Worker] => [
    fact,
    async (payload) => {
      for (const [, listen] of all) await listen(payload)
    },
  ])
  return Object.assign(Object.fromEntries(listeners), ...rooms.map((room) => room.workers?.(given) ?? {}))
}

function answerTo(error: Error, c: Context<Street>, log: (line: string) => void) {
  const problem = problemOf(error)
  if (problem === 500) log(describeError(error))
  const because = error instanceof HTTPException && problem === 403 ? ('form' as const) : undefined
  return c.var.page(<ProblemPage problem={problem} because={because} />, problem)
}

// What PostgreSQL says when the input, not we, is at fault. Rooms foresee these; here is the net under them.
const byCode: Record<string, Problem> = {
  '22P02': 404,
  '22003': 404,
  '22007': 404,
  '22008': 404,
  '22021': 400,
  '42501': 403,
  '23505': 409,
  '23503': 409,
  '40001': 409,
}

function problemOf(error: Error): Problem {
  if (error instanceof TooLarge) return 413
  if (error instanceof NotAForm) return 400
  if (error instanceof HTTPException) return error.status === 403 ? 403 : 400
  const code = (error.cause as { code?: string } | undefined)?.code ?? (error as { code?: string }).code
  return (code && byCode[code]) || 500
}
