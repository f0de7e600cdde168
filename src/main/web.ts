import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { type Config, readConfig, unknownWords } from '#kit/config/read.ts'
import { actingAsGuest, actingAsKeeper, type Database } from '#kit/db/database.ts'
import { DirectoryInUse } from '#kit/db/lock.ts'
import type { Gate } from '#kit/gate/gate.ts'
import type { HouseForMail } from '#kit/http/types.ts'
import { keepWorking } from '#kit/jobs/work.ts'
import { listenForMail } from '#kit/mail/listen.ts'
import { dayOf } from '#kit/time/day.ts'
import { countSchools, shippedLocations, takeOverList } from '#rooms/organisations/door.ts'
import { setupCode, startRetention } from '#rooms/welcome/door.ts'
import { assets } from '#ui/assets.ts'
import { obey } from './commands.ts'
import { listenForCommands } from './control.ts'
import { build, workersOf } from './house.tsx'
import { learnLanguages } from './languages.ts'
import { openHouse } from './open.ts'
import { isOneOfMany, runTogether } from './processes.ts'
import { receiverOf } from './rooms.ts'
import { tellTheTown } from './town.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * A line that is kept open is closed by whoever asks, a proxy after a minute: if the house does it first (Node after five
 * seconds), a request may be under way on it, and somebody sees an error. In milliseconds.
 */
const longerThanAProxy = 75_000

async function main() {
  const unknown = unknownWords(process.argv.slice(2))
  if (unknown.length) return stopWith(unknown)
  const settings = readConfig(process.env, process.argv.slice(2), join(import.meta.dirname, '..', '..'))
  if (!settings.ok) return stopWith(settings.sentences)
  try {
    await begin(settings.config)
  } catch (error) {
    if (error instanceof DirectoryInUse) return stopWith([error.message])
    if (settings.config.development) console.error(error)
    return stopWith([
      `Korte Lijnen could not start: ${rootOf(error).message.split('\n')[0]}`,
      whatHelps(settings.config, error),
    ])
  }
}

/** Alone, or the first of several: what happens once happens before anybody comes in. */
async function begin(config: Config) {
  await learnLanguages()
  const { db, gate } = await openHouse(config)
  if (isOneOfMany) return serveFrom({ db, config, gate }, () => {})
  if (config.mode === 'demo') await tellTheTown({ db, gate, baseUrl: config.baseUrl }, say)
  else await firstStart({ db, config })
  await actingAsKeeper(db, (tx) => startRetention(tx, dayOf(new Date())))
  const isOpen = (port: number) =>
    say(`Korte Lijnen is open at ${config.port === 0 ? `http://localhost:${port}` : config.baseUrl}`)
  if (config.processes === 1) return serveFrom({ db, config, gate }, isOpen)
  await db.close()
  await runTogether({ many: config.processes, port: config.port, say })
  isOpen(config.port)
}

type Opened = { db: Database; config: Config; gate: Gate }

async function serveFrom({ db, config, gate }: Opened, isOpen: (port: number) => void) {
  const worker = keepWorking(db, workersOf({ db, config, gate }))
  const house = build({
    db,
    config,
    gate,
    assets: await assets(),
    nudge: worker.nudge,
    clock: () => new Date(),
    log: say,
  })
  const post = await takeMailIn({ db, config, nudge: worker.nudge })
  const control = config.databaseUrl
    ? undefined
    : listenForCommands(config.dataDir, (order, tell, stop) => obey(order, { db, config, gate }, tell, stop))
  const server = serve({ fetch: house.fetch, port: config.port, hostname: config.host }, ({ port }) => isOpen(port))
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = longerThanAProxy
  server.on('error', (error: NodeJS.ErrnoException) =>
    stopWith([
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} is taken. Set PORT to another, for example PORT=3001 npm start.`
        : error.message,
    ]),
  )
  const stop = once(async () => {
    server.close()
    control?.stop()
    await post?.stop()
    await worker.stop()
    await gate.idle()
    await db.close()
    process.exit(0)
  })
  process.on('SIGTERM', stop).on('SIGINT', stop)
}

/** Answers by mail come in when a domain and a port were set. */
async function takeMailIn({ db, config, nudge }: { db: Database; config: Config; nudge: () => void }) {
  const { mailIn, host } = config
  if (!mailIn?.port) return undefined
  const asGuest: HouseForMail['asGuest'] = (key, work) => actingAsGuest(db, key, work)
  const post = await listenForMail({
    ...mailIn,
    port: mailIn.port,
    host,
    receive: receiverOf({ config, asGuest, nudge }),
    log: say,
  })
  say(`Answers by mail come in for ${mailIn.domain} on port ${post.port}`)
  return post
}

/** A real house begins with the national list, and with a code for whoever sets the first school up. */
async function firstStart({ db, config }: { db: Database; config: Config }) {
  const { listed, code } = await actingAsKeeper(db, async (tx) => ({
    listed: await countSchools(tx),
    code: await setupCode(tx),
  }))
  if (listed === 0) {
    const list = await shippedLocations()
    if (list.ok) await actingAsKeeper(db, (tx) => takeOverList(tx, list.rows, dayOf(new Date())))
  }
  if (code) say(`\nNobody is here yet. Open ${config.baseUrl}/begin and use this code: ${code}\n`)
}

/** What the driver says, rather than which query it was said of. */
const rootOf = (error: unknown): Error =>
  error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : (error as Error)

const whatHelps = (config: Config, error: unknown) => {
  const code =
    (error as { code?: string; cause?: { code?: string } }).code ?? (error as { cause?: { code?: string } }).cause?.code
  if (config.databaseUrl && (code === 'ECONNREFUSED' || code === 'ENOTFOUND'))
    return 'Is the database of DATABASE_URL running, and can this machine reach it?'
  if (code === '28P01' || code === '28000') return 'The database does not know the user or password of DATABASE_URL.'
  if (code === '42501')
    return 'The login of DATABASE_URL may not make tables or roles. Set DATABASE_OWNER_URL to one that may.'
  return `The data is in ${config.databaseUrl ? 'the database of DATABASE_URL' : config.dataDir}.`
}

const once = (work: () => Promise<void>) => {
  let started = false
  return () => {
    if (started) return
    started = true
    void work()
  }
}

function stopWith(sentences: readonly string[]) {
  for (const sentence of sentences) console.error(sentence)
  process.exit(1)
}

await main()
