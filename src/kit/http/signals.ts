import type { SQL } from 'drizzle-orm'
import type { Day } from '#kit/time/day.ts'
import type { Language } from '#kit/words/words.ts'

/** Whose it is, and on which day one looks. */
export type Looking = { organisationId: string; today: Day }

/** What the facts come to today, in the reader's words. */
export type Said = {
  /** One short line: what it is, and since or until when. */
  said: string
  /** Since when, or by when. What is longest ago stands on top. */
  day: Day | null
  /** Where the next step is taken. */
  href: string
  /** What it is called, where there is no line it is about. */
  title?: string
}

/**
 * One kind of thing that wants somebody's eye. A room says so on its nameplate, and joins the page of all signals. Derived
 * from what is there: nothing is kept of it.
 */
export type SignalSource<F = unknown> = {
  /** `room.what`. */
  kind: string
  /** 1: somebody elsewhere waits, or goes. 2: a day has come. 3: what can be seen to in time. So they stand on the page. */
  rank: 1 | 2 | 3
  name: (language: Language) => string
  /** The next step, a verb with an object. */
  step: (language: Language) => string
  /**
   * Rows of `id` (text), `relation_id` and `person_id` (who has to act, when it is not who holds it) and `facts` (jsonb):
   * asked together with those of other rooms, as who looks.
   */
  rows: (from: Looking) => SQL
  /** By the room's own rules, or nothing. */
  read: (facts: F, from: Looking & { id: string; relationId: string | null; language: Language }) => Said | undefined
}
export type Signals = readonly SignalSource[]

/** Tells the facts of a kind to its own reader only. */
export const signalSource = <F>(source: SignalSource<F>): SignalSource => source as unknown as SignalSource
