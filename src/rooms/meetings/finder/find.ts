import { aDay, type Clock, type Stretch, stretches } from '#kit/time/clock.ts'
import { covering, joined, type Span, without } from './spans.ts'

/** Times as a clock shows them on a weekday (Monday is 1), in minutes after midnight. */
export type Hours = { weekday: number; from: number; until: number }
/** When somebody is busy; `here` is where the meeting is, so that nobody travels for it. */
export type Busy = Span & { here?: boolean | undefined }
export type Person = {
  id: string
  required: boolean
  windows?: readonly Hours[] | undefined
  busy: readonly Busy[]
  /** So many minutes of travelling, there and back again. */
  travel?: number | undefined
}
export type Place = { id: string; busy: readonly Span[] }
export type Problem = {
  clock: Clock
  from: number
  until: number
  minutes: number
  step: number
  quorum: number
  people: readonly Person[]
  rooms: readonly Place[]
  limit: number
}
export type Slot = { start: number; end: number; room: string | null; missing: string[] }
/** What has to give for one moment: who, and how many minutes of her time. */
export type Concession = Slot & { minutes: number; asks: { id: string; minutes: number }[]; roomAsks: number }
export type Answer = { slots: Slot[]; concession: Concession | null }

const aMinute = 60_000

type Told = { id: string; required: boolean; free: Span[] }
type Look = { id: string; required: boolean; covered: (from: number, until: number) => number }
const looking = (all: readonly Told[]): Look[] => all.map(({ free, ...one }) => ({ ...one, covered: covering(free) }))

/**
 * Every moment at which all who are required can, enough others can and a room is free: fewest missing first, then the
 * earliest. Exact: each start is looked at. When there is none, the concession that asks the fewest minutes.
 */
export function find(problem: Problem): Answer {
  const pieces = stretches(problem.clock, problem.from, problem.until)
  const people = problem.people.map((person) => ({ ...person, free: freeOf(person, problem, pieces) }))
  const frame = [{ from: problem.from, until: problem.until }]
  const rooms = problem.rooms.map(({ id, busy }) => ({ id, required: false, free: without(frame, joined(busy)) }))
  const slots = slotsOf(problem, startsOf(problem, pieces), looking(people), looking(rooms))
  slots.sort((a, b) => a.missing.length - b.missing.length || a.start - b.start)
  if (slots.length) return { slots: slots.slice(0, problem.limit), concession: null }
  return { slots, concession: leastOf(problem, startsOf(problem, pieces), looking(people), looking(rooms)) }
}

function slotsOf({ minutes, quorum }: Problem, starts: Iterable<number>, people: Look[], rooms: Look[]): Slot[] {
  const lasts = minutes * aMinute
  const most = people.length - quorum
  const slots: Slot[] = []
  each: for (const start of starts) {
    const end = start + lasts
    const missing: string[] = []
    for (const { id, required, covered } of people) {
      if (covered(start, end) === lasts) continue
      if (required || missing.push(id) > most) continue each
    }
    if (missing.length > most) continue
    const room = roomFor(rooms, start, end)
    if (room.lacks === 0) slots.push({ start, end, room: room.id, missing })
  }
  return slots
}

function leastOf(
  { minutes, quorum }: Problem,
  starts: Iterable<number>,
  all: Look[],
  rooms: Look[],
): Concession | null {
  const lasts = minutes * aMinute
  const required = all.filter((one) => one.required)
  let least: Concession | null = null
  for (const start of starts) {
    const end = start + lasts
    // Most moments ask more of those who must come than the best so far asks of all: then nobody else is looked at.
    const most = least ? least.minutes * aMinute : Number.POSITIVE_INFINITY
    let asks = 0
    for (const { covered } of required) {
      asks += lasts - covered(start, end)
      if (asks > most) break
    }
    if (asks > most) continue
    const people = all.map(({ id, required, covered }) => ({ id, required, lacks: lasts - covered(start, end) }))
    least = lesser(least, conceding({ start, end, room: roomFor(rooms, start, end), people, quorum }))
  }
  return least
}

/**
 * When somebody is there and not busy: every moment at which the clock shows an hour of hers.
 *
 * Travelling: who travels so many minutes must not be busy elsewhere in the so many minutes before the meeting begins and after
 * it ends; that is the same as every busy time elsewhere lasting so much longer at both ends. It does not count between the
 * meeting and what she has in the same place (`here`), nor beside the edge of her hours: a day that begins at eight may begin
 * with the meeting, for she travels there in time of her own.
 */
function freeOf({ windows, busy, travel = 0 }: Person, { from, until }: Problem, pieces: readonly Stretch[]): Span[] {
  const there = windows
    ? joined(pieces.flatMap((piece) => windows.flatMap((hours) => inPiece(hours, piece))))
    : undefined
  const taken = busy.map((one) => (one.here ? one : onTheWay(one, travel * aMinute)))
  return without(there ?? [{ from, until }], joined(taken))
}

/** What lasts no time takes none, and nobody travels for it. */
const onTheWay = ({ from, until }: Span, travel: number): Span =>
  until > from ? { from: from - travel, until: until + travel } : { from, until }

function inPiece({ weekday, from, until }: Hours, piece: Stretch): Span[] {
  const found: Span[] = []
  const first = Math.floor((piece.from + piece.ahead) / aDay)
  const last = Math.floor((piece.until + piece.ahead) / aDay)
  // 1 January 1970 was a Thursday.
  for (let day = first + ((weekday - 1 - ((first + 3) % 7) + 7) % 7); day <= last; day += 7) {
    const midnight = day * aDay - piece.ahead
    const begins = Math.max(piece.from, midnight + from * aMinute)
    const ends = Math.min(piece.until, midnight + until * aMinute)
    if (begins < ends) found.push({ from: begins, until: ends })
  }
  return found
}

/** Every moment in the frame at which the clock shows a multiple of the step, also in an hour that comes twice. */
function* startsOf({ from, until, minutes, step }: Problem, pieces: readonly Stretch[]): Generator<number> {
  const last = until - minutes * aMinute
  for (const piece of pieces)
    for (let day = Math.floor((piece.from + piece.ahead) / aDay); ; day++) {
      const midnight = day * aDay - piece.ahead
      if (midnight >= piece.until || midnight > last) break
      const first = Math.max(0, Math.ceil((piece.from - midnight) / (step * aMinute)))
      for (let nth = first; nth * step < 1440; nth++) {
        const start = midnight + nth * step * aMinute
        if (start >= piece.until || start > last) break
        if (start >= from) yield start
      }
    }
}

type Room = { id: string | null; lacks: number }

/** The first room that is free; when none is, the one that is least in use. No rooms asked: none needed. */
function roomFor(rooms: readonly Look[], from: number, until: number): Room {
  let best: Room | undefined
  for (const { id, covered } of rooms) {
    const lacks = until - from - covered(from, until)
    if (!best || lacks < best.lacks) best = { id, lacks }
  }
  return best ?? { id: null, lacks: 0 }
}

type Asked = {
  start: number
  end: number
  room: Room
  people: { id: string; required: boolean; lacks: number }[]
  quorum: number
}

/** Everybody required gives what she lacks; of the others those who lack least, until there are enough. */
function conceding({ start, end, room, people, quorum }: Asked): Concession | null {
  const coming = new Set(people.filter(({ required, lacks }) => required || lacks === 0))
  const others = people.filter((one) => !coming.has(one)).sort((a, b) => a.lacks - b.lacks)
  if (coming.size + others.length < quorum) return null
  for (const one of others.slice(0, Math.max(0, quorum - coming.size))) coming.add(one)
  const asked = people.filter((one) => coming.has(one) && one.lacks > 0)
  const minutes = (of: number) => Math.ceil(of / aMinute)
  const asks = asked.map(({ id, lacks }) => ({ id, minutes: minutes(lacks) }))
  return {
    ...{ start, end, room: room.id, asks, roomAsks: minutes(room.lacks) },
    missing: people.filter((one) => !coming.has(one)).map(({ id }) => id),
    minutes: asks.reduce((sum, one) => sum + one.minutes, 0) + minutes(room.lacks),
  }
}

/** The fewest minutes, then the fewest people asked, then the fewest missing, then the earliest. */
function lesser(one: Concession | null, other: Concession | null): Concession | null {
  if (!one || !other) return one ?? other
  const order =
    other.minutes - one.minutes || other.asks.length - one.asks.length || other.missing.length - one.missing.length
  return order < 0 ? other : one
}
