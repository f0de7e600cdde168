import type { Chance } from '#kit/chance/chance.ts'
import type { Answer, Busy, Concession, Problem, Slot } from './find.ts'

/** The same, by trying: a table of five-minute pieces. For the tests; everything lies on multiples of five minutes. */
const piece = 300_000
/** What the clock shows at each piece, made elsewhere. */
export type Shown = { at: number; weekday: number; minute: number }[]

export function byTrying(problem: Problem, shown: Shown): Answer {
  const { from, until, minutes, step, quorum, limit } = problem
  const pieces = shown.filter(({ at }) => at >= from && at < until)
  const long = minutes / 5
  const overlaps = (busy: readonly { from: number; until: number }[], at: number) =>
    busy.some((one) => one.from < at + piece && one.until > at)
  const people = problem.people.map(({ id, required, windows, busy, travel = 0 }) => ({
    ...{ id, required },
    can: pieces.map(
      ({ at, weekday, minute }) =>
        windows!.some((one) => one.weekday === weekday && one.from <= minute && minute < one.until) &&
        !overlaps(busy, at) &&
        !elsewhereWithin(busy, at, travel),
    ),
  }))
  // Walked step by step, minute after minute of the way there and the way back.
  function elsewhereWithin(busy: readonly Busy[], at: number, travel: number) {
    const elsewhere = busy.filter(({ here }) => !here)
    for (let minute = 5; minute <= travel; minute += 5)
      if (overlaps(elsewhere, at - minute * 60_000) || overlaps(elsewhere, at + minute * 60_000)) return true
    return false
  }
  const rooms = problem.rooms.map(({ id, busy }) => ({ id, can: pieces.map(({ at }) => !overlaps(busy, at)) }))
  const slots: Slot[] = []
  const concessions: Concession[] = []
  for (let place = 0; place + long <= pieces.length; place++) {
    if (pieces[place]!.minute % step) continue
    const lacks = (can: boolean[]) => 5 * can.slice(place, place + long).filter((one) => !one).length
    const start = pieces[place]!.at
    const seen = people.map(({ id, required, can }) => ({ id, required, lacks: lacks(can) }))
    const places = rooms.map(({ id, can }) => ({ id, lacks: lacks(can) })).sort((a, b) => a.lacks - b.lacks)
    const room = places[0] ?? { id: null, lacks: 0 }
    const whole = { start, end: start + minutes * 60_000, room: room.id }
    const missing = seen.filter((one) => one.lacks > 0)
    if (!missing.some(({ required }) => required) && seen.length - missing.length >= quorum && room.lacks === 0)
      slots.push({ ...whole, missing: missing.map(({ id }) => id) })
    // Every choice of who comes, and the one that asks least of it.
    for (let choice = 0; choice < 2 ** seen.length; choice++) {
      const comes = seen.filter((_, nth) => choice & (1 << nth))
      if (comes.length < quorum || seen.some((one) => one.required && !comes.includes(one))) continue
      const asks = comes.filter((one) => one.lacks).map(({ id, lacks }) => ({ id, minutes: lacks }))
      concessions.push({
        ...{ ...whole, asks, roomAsks: room.lacks },
        missing: seen.filter((one) => !comes.includes(one)).map(({ id }) => id),
        minutes: asks.reduce((sum, { minutes }) => sum + minutes, room.lacks),
      })
    }
  }
  slots.sort((a, b) => a.missing.length - b.missing.length || a.start - b.start)
  concessions.sort(
    (a, b) =>
      a.minutes - b.minutes ||
      a.asks.length - b.asks.length ||
      a.missing.length - b.missing.length ||
      a.start - b.start,
  )
  return { slots: slots.slice(0, limit), concession: slots.length ? null : (concessions[0] ?? null) }
}

/** A problem nobody made up by hand. */
export function drawProblem(chance: Chance, shown: Shown, clock: Problem['clock']): Problem {
  const first = chance.below(shown.length - 40)
  const last = Math.min(shown.length - 1, first + 12 + chance.below(200))
  const moment = (place: number) => shown[Math.min(Math.max(place, 0), shown.length - 1)]!.at
  const busy = (most: number) =>
    Array.from({ length: chance.below(most) }, () => {
      const begins = chance.between(first - 10, last)
      return { from: moment(begins), until: moment(begins + chance.between(1, 40)) }
    })
  const hours = () => {
    const from = 5 * chance.below(280)
    return { weekday: chance.pick([5, 6, 7, 7, 1]), from, until: Math.min(1440, from + 5 * chance.between(6, 200)) }
  }
  const many = chance.between(1, 5)
  return {
    ...{ clock, from: moment(first), until: moment(last), minutes: 5 * chance.between(1, 18) },
    ...{
      step: chance.pick([5, 10, 15, 20, 25, 30, 45, 60]),
      quorum: chance.below(many + 1),
      limit: chance.between(1, 30),
    },
    people: Array.from({ length: many }, (_, nth) => ({
      ...{
        id: `p${nth}`,
        required: chance.falls(50),
        busy: busy(3).map((one) => ({ ...one, here: chance.falls(30) })),
      },
      ...(chance.falls(40) ? { travel: 5 * chance.between(1, 9) } : {}),
      windows: Array.from({ length: chance.between(1, 6) }, hours),
    })),
    rooms: Array.from({ length: chance.below(3) }, (_, nth) => ({ id: `r${nth}`, busy: busy(4) })),
  }
}
