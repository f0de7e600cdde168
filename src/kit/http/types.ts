import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Operation } from '#kit/api/operation.ts'
import type { CountryPart } from '#kit/chance/country.ts'
import type { Command, Errand } from '#kit/commands/command.ts'
import type { Config } from '#kit/config/read.ts'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Body } from '#kit/form/form.ts'
import type { Caller, Gate } from '#kit/gate/gate.ts'
import type { Hanging, Hangings, Leaving, Outside } from '#kit/http/hanging.ts'
import type { Happenings } from '#kit/http/happenings.ts'
import type { Signals } from '#kit/http/signals.ts'
import type { Workers } from '#kit/jobs/work.ts'
import type { Receive } from '#kit/mail/letterin.ts'
import type { Language } from '#kit/words/words.ts'

/** Work done as the signed-in person: one transaction, under the policies. Rooms never hold the database itself. */
export type Work = <T>(work: (tx: Tx, me: Actor) => Promise<T>) => Promise<T>
/** Work done as an account that may be nobody in particular yet (invitation, choosing a school). */
export type AccountWork = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

export type Answer = (
  page: Child,
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500,
) => Response | Promise<Response>

/** What every page may know, signed in or not. */
export type StreetVariables = {
  language: Language
  nonce: string
  config: Config
  gate: Gate
  /** Today in the reader's country, YYYY-MM-DD, and the moment of this request. */
  today: string
  now: Date
  /** Sends a page made of JSX, in the frame of the house. */
  page: Answer
  /** Sends a page that stands by itself: the same for everyone, nothing said in passing, no cookie touched. */
  alone: Answer
  /** The posted form; files are read with `upload`. */
  body: () => Promise<Body>
  upload: (field: string) => Promise<{ name: string; bytes: Uint8Array } | undefined>
  /** Work as the keeper, for whoever is nobody yet: invitations and first runs. Only the room that lets people in may. */
  asKeeper: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Work as somebody without an account: a passer-by (key ''), or who holds a link whose digest is `key`. */
  asGuest: <T>(key: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Who knocks, for slowing down guessing. */
  caller: Caller
  /** A short message for the next page, such as “Opgeslagen”, with a button that takes it back. */
  tell: (text: string, undo?: { action: string; label: string }) => void
  /** Do what waits in the outbox now instead of in a few seconds. */
  nudge: () => void
  /** What can hang on a person, as all rooms say. */
  hangings: Hangings
  /** What can want somebody's eye, as all rooms say. */
  signals: Signals
  /** What happens on which day, as all rooms say. */
  happenings: Happenings
}
export type Street = { Variables: StreetVariables }
/** Signed in, perhaps without a place yet. */
export type Porch = { Variables: StreetVariables & { accountId: string; accountWork: AccountWork } }
export type Inside = {
  Variables: StreetVariables & { accountId: string; accountWork: AccountWork; me: Actor; work: Work }
}

export type Room = {
  name: string
  /** Where people find it, a Dutch noun: '/netwerk'. */
  address?: string
  street?: Hono<Street>
  porch?: Hono<Porch>
  inside?: Hono<Inside>
  /** Addresses below which a secret stands, such as '/vraag': kept out of referrers and off paper. */
  secretAddresses?: readonly string[]
  /** What of this room can hang on one person, and how it goes to another. */
  hangs?: readonly Hanging[]
  leaving?: Leaving
  outside?: Outside
  /** What of this room wants somebody's eye. */
  signals?: Signals
  /** What of this room happens on a day of the year. */
  happenings?: Happenings
  /** Columns in which a person stands for what was done once: nothing to hand over, and why. */
  signs?: Readonly<Record<string, string>>
  /** Keeps in which language somebody with an account wants her letters. */
  remembersLanguage?: (tx: Tx, accountId: string, language: Language) => Promise<unknown>
  /** What programs may ask of this room. */
  api?: readonly Operation[]
  workers?: (house: HouseForWorkers) => Workers
  /** What this room does when a room below wrote something: by fact, `fact:<table>` (db/ground/facts.sql). */
  listens?: (house: HouseForWorkers) => Workers
  /** Takes a letter that came in for one of the room's own addresses. */
  receive?: (house: HouseForMail) => Receive
  commands?: readonly Command[]
  errands?: readonly Errand[]
  /** This room's part of the demo town's story, told with its own actions. */
  demo?: (town: Town) => Promise<void>
  /** This room's part of the invented country, for measuring. */
  country?: CountryPart
}

/** What the story of the demo town is told with: rooms act as somebody, and pass on whom they made. */
export type Town = {
  gate: Gate
  today: string
  /** Where the house stands: letters of the story link to it. */
  baseUrl: string
  asKeeper: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  as: <T>(who: Actor, work: (tx: Tx, me: Actor) => Promise<T>) => Promise<T>
  /** As whoever holds a link with this key. */
  asGuest: <T>(key: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Remembers somebody or something by a name of the story, for the rooms told later. */
  remember: (name: string, id: string) => void
  recall: (name: string) => string
  /** Who in the story acts; set by the room that makes people. */
  actors: Map<string, Actor>
  hangings: Hangings
  signals: Signals
}

/** What a letter that comes in may reach: as a guest, with the key that its address is. */
export type HouseForMail = {
  config: Config
  asGuest: <T>(key: string, work: (tx: Tx) => Promise<T>) => Promise<T>
  nudge: () => void
}

/** Who asked for work that is done later. */
export type Asked = { accountId: string; organisationId: string }
export type HouseForWorkers = {
  config: Config
  hangings: Hangings
  gate: Gate
  asKeeper: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** As whoever asked, with what she may do there today; 'gone' when she no longer belongs there. */
  as: <T>(asked: Asked, work: (tx: Tx, me: Actor) => Promise<T>) => Promise<T | 'gone'>
}
