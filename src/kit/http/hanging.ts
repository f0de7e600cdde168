import type { SQL } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import type { Language } from '#kit/words/words.ts'

/** Whose it is, where, and on which day one looks. */
export type From = { organisationId: string; personId: string; today: Day }

/** One thing that would be nobody's once this person is gone. */
export type Hung = {
  /** Found again by its kind and this; a UUID or a word. */
  id: string
  /** What it is called, for whoever hands it over: never what stands in it. */
  name: string
  href?: string
  /** Who takes it by nature: the one who stands in. */
  next?: string | null
  /** Else whoever has one of these roles, the first first. */
  roles?: readonly string[]
}

export type HandedOn = {
  organisationId: string
  id: string
  /** Null when nobody has it yet. */
  from: string | null
  to: string
  /** She leaves; she comes back one day; or she is back, and gets from the other what was hers. */
  how: 'for-good' | 'for-now' | 'back'
  /** Who stood in for it before. */
  next?: string | null
}

/** One kind of thing that can hang on a person. A room says so on its nameplate, and joins every handing over. */
export type Hanging = {
  /** `room.what`. */
  kind: string
  /** Columns, as `table.column`, in which she stands whose it is. */
  columns: readonly string[]
  name: (language: Language) => string
  /** Given away only by who arranges people: it opens more than one's own. */
  arranged?: boolean
  /** What nobody answered for falls to who stands in. False: it waits with who holds the sitting. */
  falls?: boolean
  /** What she may see of it, or everything for the keeper. */
  list: (tx: Tx, from: From) => Promise<Hung[]>
  /** As the keeper. `shared`: the other had it already. `gone`: it is hers no more. */
  handTo: (tx: Tx, given: HandedOn) => Promise<'handed' | 'shared' | 'gone'>
}

/** What a room does besides when somebody leaves. */
export type Leaving = {
  /** Her last day here, or none: said by who may say so. */
  lastDay?: (tx: Tx, me: Actor, given: { personId: string; day: Day | null }) => Promise<boolean>
  /** Ends with her and cannot be handed on. */
  ends?: (tx: Tx, from: From) => Promise<Hung[]>
  /** As the keeper, on the day: what lies between her and one other is closed, without a third reading it. */
  close?: (tx: Tx, from: From & { now: Date }) => Promise<number>
}

/** Somebody outside, as one organisation knows her: which row she is there. */
export type Outsider = { organisationId: string; outsiderId: string; today: Day }
export type PassedOutside = {
  organisationId: string
  id: string
  from: string
  /** Who comes after her; nobody yet when null. */
  to: string | null
  now: Date
}

/** One kind of thing that can hang on somebody outside. A room says so on its nameplate, as it does for its own people. */
export type OutsideHanging = {
  /** `room.what`. */
  kind: string
  /** Columns, as `table.column`, in which she stands; none for what belongs to all who are there. */
  columns: readonly string[]
  name: (language: Language) => string
  /** What becomes of it on her last day: goes to who comes after her, ends, or stays and wants a look. */
  after: 'passes' | 'ends' | 'stays'
  /** Rows of `id`, `name` and `href`, all text: asked together with those of other rooms, as who looks or as the keeper. */
  things: (from: Outsider) => SQL
  /** When `name` is a day or an hour: how it is said. */
  say?: (name: string, language: Language) => string
  /** As the keeper. */
  pass?: (tx: Tx, given: PassedOutside) => Promise<'handed' | 'ended' | 'gone'>
}

export type Newcomer = {
  name: string
  work: string | null
  phone: string | null
  mail: string | null
  source: string
}
/** What a room has to do with people outside: what hangs on them, and in the room that knows them, coming and going. */
export type Outside = {
  hangs?: readonly OutsideHanging[]
  lastDay?: (tx: Tx, me: Actor, given: { outsiderId: string; day: Day | null }) => Promise<boolean>
  /** Somebody new beside her; who is there by that name already is she. */
  introduce?: (tx: Tx, me: Actor, given: Newcomer & { besides: string }) => Promise<string | undefined>
}

export type Hangings = {
  kinds: readonly Hanging[]
  leaving: readonly Leaving[]
  outside: readonly Outside[]
}
