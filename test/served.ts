import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { serve } from '@hono/node-server'
import type { Config } from '#kit/config/read.ts'
import { actingAsGuest, actingAsKeeper, type Database } from '#kit/db/database.ts'
import { keepWorking } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { assets } from '#ui/assets.ts'
import { build, workersOf } from '../src/main/house.tsx'
import { gateOf } from '../src/main/open.ts'
import { receiverOf } from '../src/main/rooms.ts'
import { tellTheTown } from '../src/main/town.ts'
import { freshDatabase } from './engine.ts'
import { aTownAlreadyTold, aTownToldAnew } from './told.ts'

export type Wish = {
  /** Tell the demo town first. */
  town?: boolean
  /** How the house is run; 'demo' shows the mailbox and one-click sign-in. */
  mode?: Config['mode']
  development?: boolean
  /** What time it is in the house; with `now` the clock stands still, and the town is told for that day. */
  now?: Date
  clock?: () => Date
  /** Lets a test look at every statement of the house: gets the database, gives the one that is served. */
  around?: (db: Database) => Database
}

export type Visitor = Awaited<ReturnType<typeof visitorOf>>
export type Served = Awaited<ReturnType<typeof serveHouse>>

const standing: (() => Promise<void>)[] = []
after(async () => {
  for (const stop of standing.splice(0)) await stop()
})

const secret = 'a secret of the tests, long enough to sign with'

/** A whole house on a free port of this machine, on a fresh database of the engine this run is for. */
export async function serveHouse({ town = false, mode = 'demo', development = true, ...wish }: Wish = {}) {
  const { around = (db) => db, now } = wish
  const clock = wish.clock ?? (() => now ?? new Date())
  const port = await freePort()
  const config = configOf({ mode, port, development })
  const log: string[] = []
  const tell = (db: Database) =>
    tellTheTown(
      {
        ...{ db, gate: gateOf(db, { ...config, mode: 'demo' }, secret), baseUrl: config.baseUrl },
        ...(now && { today: dayOf(now) }),
      },
      () => {},
    )
  const db = town ? await (now ? aTownToldAnew(tell) : aTownAlreadyTold(tell)) : await freshDatabase()
  const lent = around(db)
  const gate = gateOf(lent, config, secret)
  const worker = keepWorking(db, workersOf({ db, config, gate }), 500)
  const app = build({
    ...{ db: lent, config, gate, assets: await assets(), nudge: worker.nudge, clock },
    log: (line) => void log.push(line),
  })
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  if (!server.listening) await once(server, 'listening')
  // Its own gate, in the demo's manner: the tests let anybody in, also where the house itself is for real.
  const doorman = gateOf(db, { ...config, mode: 'demo' }, secret)
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= (async () => {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await worker.stop()
      await gate.idle()
    })()
    return stopped
  }
  standing.push(stop)
  return {
    ...{ url: config.baseUrl, app, db, gate, config, log, stop, worker },
    as: async (mail: string) => visitorOf(app, config.baseUrl, await cookieOf(doorman, mail)),
    nobody: () => visitorOf(app, config.baseUrl, ''),
    asKeeper: <T>(work: Parameters<typeof actingAsKeeper<T>>[1]) => actingAsKeeper(db, work),
    receive: receiverOf({ config, asGuest: (key, work) => actingAsGuest(db, key, work), nudge: worker.nudge }),
  }
}

type App = ReturnType<typeof build>

/** Somebody with (or without) a session: asks the application itself, as a browser would. */
function visitorOf(app: App, url: string, cookie: string) {
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookie && !headers.has('cookie')) headers.set('cookie', cookie)
    if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', url)
    return app.fetch(new Request(new URL(path, url), { redirect: 'manual', ...init, headers }))
  }
  return {
    cookie,
    ask,
    get: (path: string) => ask(path),
    post: (path: string, fields: Fields = {}) => ask(path, { method: 'POST', body: encoded(fields) }),
  }
}

export type Fields = Record<string, string | readonly string[]>
export const encoded = (fields: Fields) =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one as string])),
  )

async function cookieOf(gate: TestGate, mail: string): Promise<string> {
  const accountId = await gate.accountOf(mail)
  if (!accountId) throw new Error(`Nobody has an account with ${mail}.`)
  const cookies = await gate.demoSignIn(accountId)
  await gate.idle()
  return cookies.map((line) => line.split(';')[0]).join('; ')
}
type TestGate = ReturnType<typeof gateOf>

function configOf({ mode, port, development }: Pick<Config, 'mode' | 'port' | 'development'>): Config {
  return {
    ...{
      mode,
      port,
      development,
      host: '127.0.0.1',
      dataDir: '/nowhere',
      databaseUrl: undefined,
      ownerUrl: undefined,
      processes: 1,
    },
    ...{
      baseUrl: `http://localhost:${port}`,
      smtpUrl: undefined,
      mailFrom: 'huis@localhost',
      secret,
      trustProxy: false,
    },
  }
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
