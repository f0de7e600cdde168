import { readFile, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Command, CommandIo, Errand, HouseForCommands } from '#kit/commands/command.ts'
import type { Config } from '#kit/config/read.ts'
import { type Line as BackupLine, backUp, restore } from '#kit/db/backup.ts'
import { actingAsGuest, actingAsKeeper, type Database } from '#kit/db/database.ts'
import type { Gate } from '#kit/gate/gate.ts'
import type { HouseForMail } from '#kit/http/types.ts'
import type { Line, Order } from './control.ts'
import { country } from './country/command.ts'
import { providerCommands } from './providers.ts'
import { receiverOf, rooms } from './rooms.ts'
import { tellTheTown } from './town.ts'

const backup: Command = {
  name: 'backup',
  usage: 'backup FILE',
  async run({ args: [path], house, io }) {
    if (!path) return io.refuse('Name the file: kortelijnen backup FILE')
    const lines: string[] = []
    for await (const line of backUp(house.db, new Date())) lines.push(JSON.stringify(line))
    await io.writeFile(path, gzipSync(lines.join('\n')))
    io.say(`${lines.length - 1} rows in ${path}`)
    return 0
  },
}

const whyNot = {
  'not-a-backup': 'This file is not a backup of Korte Lijnen.',
  'not-empty': 'There is data here already. Restore into an empty database.',
  'unknown-table': 'This backup was made by a newer version. Update Korte Lijnen first.',
}

const restoreBackup: Command = {
  name: 'restore',
  usage: 'restore FILE',
  async run({ args: [path], house, io }) {
    const bytes = path ? await io.readFile(path) : undefined
    if (!bytes) return io.refuse(path ? `There is no file ${path}.` : 'Name the file: kortelijnen restore FILE')
    const lines = linesOf(bytes)
    const outcome = lines ? await restore(house.db, lines) : ({ ok: false, because: 'not-a-backup' } as const)
    if (!outcome.ok) return io.refuse(whyNot[outcome.because])
    io.say(`${outcome.rows} rows restored`)
    return 0
  },
}

function linesOf(bytes: Uint8Array): BackupLine[] | undefined {
  try {
    return gunzipSync(bytes)
      .toString()
      .split('\n')
      .map((line) => JSON.parse(line) as BackupLine)
  } catch {
    return undefined
  }
}

const migrate: Command = {
  name: 'database migrate',
  usage: 'database migrate',
  async run({ io, house }) {
    io.say(`The database (${house.db.engine}) is up to date.`)
    return 0
  },
}

const seed: Command = {
  name: 'demo seed',
  usage: 'demo seed',
  async run({ house, io }) {
    const { mode, dataDir } = house.config
    if (mode !== 'demo')
      return io.refuse('The demo town lives in the demo only: leave DATABASE_URL, BASE_URL and --empty out.')
    const told = await tellTheTown({ ...house, baseUrl: house.config.baseUrl }, io.say)
    io.say(
      told
        ? 'The demo town is there.'
        : `The demo town is there already. To build it anew, stop the server and remove ${dataDir}.`,
    )
    return 0
  },
}

export const commands: readonly Command[] = [
  backup,
  restoreBackup,
  migrate,
  seed,
  country,
  ...providerCommands,
  ...rooms.flatMap((room) => room.commands ?? []),
]

export const errands: readonly Errand[] = rooms.flatMap((room) => room.errands ?? [])

type Named<C> = { command: C; rest: string[] } | undefined
/** The command that these words begin with, and what is left of them. */
export const commandOf = (args: readonly string[]): Named<Command> => named(commands, args)
export const errandOf = (args: readonly string[]): Named<Errand> => named(errands, args)

function named<C extends { name: string }>(all: readonly C[], args: readonly string[]): Named<C> {
  const command = all.find(({ name }) => name.split(' ').every((word, place) => args[place] === word))
  return command && { command, rest: args.slice(command.name.split(' ').length) }
}

/** Runs an order in this process. */
export async function obey(
  order: Order,
  { db, config, gate }: { db: Database; config: Config; gate: Gate },
  tell: (line: Line) => void,
  stop: AbortSignal,
): Promise<number> {
  const found = commandOf(order.args)
  if (!found) return 2
  const asGuest: HouseForMail['asGuest'] = (key, work) => actingAsGuest(db, key, work)
  const receive = receiverOf({ config, asGuest, nudge: () => {} })
  const house: HouseForCommands = { db, config, gate, receive, asKeeper: (work) => actingAsKeeper(db, work) }
  return found.command.run({ args: found.rest, house, io: ioOf(order, tell, stop) })
}

/** A device has no end (/dev/zero): that is no file to bring. */
async function readWhole(path: string): Promise<Uint8Array | undefined> {
  const there = await stat(path).catch(() => undefined)
  return there && !there.isCharacterDevice() ? readFile(path).catch(() => undefined) : undefined
}

/** How a command speaks and reads for whoever gave this order. */
export const ioOf = ({ cwd, input }: Order, tell: (line: Line) => void, stop: AbortSignal): CommandIo => ({
  stop,
  say: (line) => tell({ say: line }),
  warn: (line) => tell({ warn: line }),
  refuse: (sentence) => {
    tell({ warn: sentence })
    return 2
  },
  readFile: (path) => readWhole(resolve(cwd, path)),
  writeFile: (path, bytes) => writeFile(resolve(cwd, path), bytes, { mode: 0o600 }),
  input: async () => (input === undefined ? undefined : Buffer.from(input, 'base64')),
})
