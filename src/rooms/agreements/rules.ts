import { without } from '#kit/text/without.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { cleared } from '#rooms/trade/door.ts'
import type { Agreement, Keeping } from './tables.ts'

/**
 * What one writes about a partner is about the work. A name, a citizen number or a birthday in it may be a child's; the
 * adults on both sides of this line may be named.
 */
export function pointsAtSomebody(text: string, adults: readonly string[]): boolean {
  return cleared(without(text, adults)).warnings.length > 0
}

const aSchoolYear = 366
const sixWeeks = 42
/** A goal is near: within a year of writing it down, and not behind us. */
export const isNear = (lookOn: Day, today: Day) => lookOn > today && lookOn <= dayPlus(today, aSchoolYear)
export const wasBeforeTheStart = ({ startsOn, writtenOn }: { startsOn: Day | null; writtenOn: Day }) =>
  startsOn === null || writtenOn <= startsOn
/** The day to look has come, and nobody has said yet. */
export const isToLookAt = ({ lookOn, outcome }: { lookOn: Day; outcome: string | null }, today: Day) =>
  outcome === null && lookOn <= today
/** A first step is soon: something agreed for within six weeks of writing the sentence down. */
export const hasFirstStep = (writtenOn: Day, agreed: readonly Pick<Agreement, 'until'>[]) =>
  agreed.some(({ until }) => until >= writtenOn && until <= dayPlus(writtenOn, sixWeeks))

type Word = Pick<Keeping, 'side' | 'kept'>
/** Each side has a word of its own. Where nobody doubts it, one yes is enough; where one says no, both are heard. */
export type StateOfAgreement = 'open' | 'kept' | 'not-kept' | 'differs'
export function stateOfAgreement(words: readonly Word[]): StateOfAgreement {
  if (!words.length) return 'open'
  if (words.every(({ kept }) => kept)) return 'kept'
  return words.some(({ kept }) => kept) ? 'differs' : 'not-kept'
}
export const isLate = ({ until }: { until: Day }, words: readonly Word[], today: Day) =>
  until < today && words.length === 0

/** When one last spoke, and since when the line is known here: a rhythm counts from then while nobody has spoken. */
type Spoken = { lastOn: Day | null; knownOn: Day }
type Rhythm = { everyWeeks: number | null; nextOn: Day | null; sleepsUntil: Day | null }
export type Turn =
  | { kind: 'turn'; on: Day; isLate: boolean }
  | { kind: 'later'; on: Day }
  | { kind: 'quiet'; since: Day | null }
  | { kind: 'asleep'; until: Day }

const halfAYear = 183
/** Whose turn it is: the day that was set, else the rhythm counted from the last contact, else a long silence. */
export function turnOf(rhythm: Rhythm | null, { lastOn, knownOn }: Spoken, today: Day): Turn {
  const { everyWeeks = null, nextOn = null, sleepsUntil = null } = rhythm ?? {}
  if (sleepsUntil !== null && sleepsUntil > today) return { kind: 'asleep', until: sleepsUntil }
  const on =
    nextOn && (lastOn === null || nextOn > lastOn) ? nextOn : everyWeeks && dayPlus(lastOn ?? knownOn, everyWeeks * 7)
  if (on) return on <= today ? { kind: 'turn', on, isLate: on < today } : { kind: 'later', on }
  return lastOn !== null && lastOn > dayPlus(today, -halfAYear)
    ? { kind: 'later', on: dayPlus(lastOn, halfAYear) }
    : { kind: 'quiet', since: lastOn }
}

const order = { turn: 0, quiet: 1, later: 2, asleep: 3 } as const
/** First whose turn it is, the longest waiting on top; then the silent; then the others by day. */
export const byTurn = (one: { turn: Turn; name: string }, other: { turn: Turn; name: string }) =>
  order[one.turn.kind] - order[other.turn.kind] ||
  dayOfTurn(one.turn).localeCompare(dayOfTurn(other.turn)) ||
  one.name.localeCompare(other.name, 'nl')
const dayOfTurn = (turn: Turn) => ('on' in turn ? turn.on : turn.kind === 'asleep' ? turn.until : (turn.since ?? ''))

export const wholeWeeks = (from: Day, until: Day) =>
  Math.floor((Date.parse(`${until}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 604_800_000)
