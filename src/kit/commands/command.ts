import type { Config } from '#kit/config/read.ts'
import type { Database, Tx } from '#kit/db/database.ts'
import type { Gate } from '#kit/gate/gate.ts'
import type { Receive } from '#kit/mail/letterin.ts'

/** What a command may use. Lent by the running server when there is one, so that no command goes around it. */
export type HouseForCommands = {
  config: Config
  db: Database
  gate: Gate
  asKeeper: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Whoever in the house takes letters in. */
  receive: Receive
}

/** How a command speaks and reads. Paths are those of whoever typed the command. */
export type CommandIo = {
  say: (line: string) => void
  warn: (line: string) => void
  /** Says why not, and ends with 2. */
  refuse: (sentence: string) => number
  readFile: (path: string) => Promise<Uint8Array | undefined>
  writeFile: (path: string, bytes: Uint8Array) => Promise<void>
  /** What came on standard input, for a command that reads it. */
  input?: () => Promise<Uint8Array | undefined>
  /** Aborted when whoever gave the command has had enough: what takes long looks at it between two steps. */
  stop: AbortSignal
}

type Named = {
  /** Two words: the room and the verb. */
  name: string
  usage: string
  /** Takes something on standard input. */
  readsInput?: boolean
}
export type Command = Named & {
  run: (given: { args: readonly string[]; house: HouseForCommands; io: CommandIo }) => Promise<number>
}
/** A command that only reckons: it needs no database, no settings and no server, and never waits for one. */
export type Errand = Named & {
  runAlone: (given: { args: readonly string[]; io: CommandIo }) => Promise<number>
}
