import { aDay, clockOf } from '#kit/time/clock.ts'
import { type Day, dayPlus, weekdayOf, zone } from '#kit/time/day.ts'
import { usualAnswerBy } from '../asking/rules.ts'
import { type Answer, type Concession, find, type Hours, type Problem, type Slot } from '../finder/find.ts'
import { dayIn, localOf, momentAt } from '../rules.ts'

type Weekly = { weekday: number; from: string; until: string }
type Taken = { start: string; end: string }
export type ToFind = {
  people: readonly {
    id: string
    name: string
    personId: string | null
    required: boolean
    days: number[] | null
    hours: readonly Weekly[]
    taken: readonly Taken[]
    /** Busy by her own calendar: instants in milliseconds. */
    own: readonly { start: number; end: number }[]
  }[]
  /** Days on which the school is closed: nobody meets there then. */
  closed: readonly Day[]
  /** When the bell goes, all week. */
  week: readonly Weekly[]
  groups: readonly { teachers: readonly { personId: string; days: readonly number[] }[] }[]
  rooms: readonly { id: string; name: string; meetings: readonly Taken[]; presences: readonly Weekly[] }[]
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const workday = { from: 8 * 60, until: 17 * 60 }
/** After the last bell a teacher sees her group out. */
const seesOut = 15

/** Time to answer first, then three weeks to meet in. */
const lookedAt = 21
const firstDay = (today: Day) => dayPlus(usualAnswerBy(today), 1)
export const frameFrom = (today: Day) => ({
  from: momentAt(firstDay(today), '00:00'),
  until: momentAt(dayPlus(firstDay(today), lookedAt), '00:00'),
})

/** When a colleague can: on her working days; who has a group that day, before and after lessons only. */
function colleagueHours({ week, groups }: ToFind, personId: string, days: readonly number[]): Hours[] {
  const teaches = (weekday: number) =>
    groups.some(({ teachers }) => teachers.some((one) => one.personId === personId && one.days.includes(weekday)))
  return days.flatMap((weekday): Hours[] => {
    const bells = week.filter((bell) => bell.weekday === weekday)
    if (!teaches(weekday) || !bells.length) return [{ weekday, ...workday }]
    const begins = Math.min(...bells.map(({ from }) => minutesOf(from)))
    const ends = Math.max(...bells.map(({ until }) => minutesOf(until))) + seesOut
    return [
      { weekday, from: workday.from, until: begins },
      { weekday, from: ends, until: workday.until },
    ].filter(({ from, until }) => from < until)
  })
}

const schooldays = [1, 2, 3, 4, 5]
const inFull = ({ start, end }: { start: number; end: number }) => ({ from: start, until: end })
const span = ({ start, end }: Taken) => ({ from: Date.parse(start), until: Date.parse(end) })

/** What this house knows, as a problem for the finder. A partner comes on her fixed hours where she has any. */
type Wish = { minutes: number; today: Day }
export function problemOf(known: ToFind, { minutes, today }: Wish, onFixedHours = true): Problem {
  const { from, until } = frameFrom(today)
  const frame = { from: from.getTime(), until: until.getTime() }
  const weekly = (hours: readonly Weekly[]): Hours[] =>
    hours.map((one) => ({ weekday: one.weekday, from: minutesOf(one.from), until: minutesOf(one.until) }))
  const off = known.closed.map((day) => ({
    from: momentAt(day, '00:00').getTime(),
    until: momentAt(dayPlus(day, 1), '00:00').getTime(),
  }))
  return {
    ...{ clock: clockOf(zone)!, ...frame, minutes, step: 15, quorum: 0, limit: 3000 },
    people: known.people.map(({ id, personId, required, days, hours, taken, own }) => {
      const works = days?.length ? days.filter((day) => day <= 5) : schooldays
      const windows = personId
        ? colleagueHours(known, personId, works)
        : hours.length && onFixedHours
          ? weekly(hours)
          : works.map((weekday) => ({ weekday, ...workday }))
      return { id, required, windows, busy: [...taken.map(span), ...own.map(inFull), ...off] }
    }),
    rooms: known.rooms.map(({ id, meetings, presences }) => ({
      id,
      busy: [...meetings.map(span), ...presences.flatMap((one) => everyWeek(one, today))],
    })),
  }
}

/** A weekly hour in the frame, day by day: so that a change of the clock moves it along. */
const everyWeek = ({ weekday, from, until }: Weekly, today: Day) =>
  Array.from({ length: lookedAt }, (_, nth) => dayPlus(firstDay(today), nth))
    .filter((day) => weekdayOf(day) === weekday)
    .map((day) => ({ from: momentAt(day, from).getTime(), until: momentAt(day, until).getTime() }))

/**
 * `missing`: who cannot then, where no moment suits all; `outside`: which partners would come outside their fixed hours.
 * `breaks`: among them is somebody without whom it makes no sense.
 */
export type Proposal = {
  local: string
  room: string | undefined
  missing: string[]
  outside: string[]
  breaks: boolean
}
export type Found = {
  proposals: Proposal[]
  /** When nothing fits all: the least that would have to give. */
  concession: (Proposal & { asks: { name: string; minutes: number }[]; roomAsks: number }) | undefined
}

const mostProposals = 6
const mostADay = 2

/** The best moments, spread: at most two a day, an hour and a half apart, so that there is something to choose. */
function spread(slots: readonly Slot[]): Slot[] {
  const chosen: Slot[] = []
  for (const slot of slots) {
    const sameDay = chosen.filter(
      ({ start }) => dayIn(localOf(new Date(start))) === dayIn(localOf(new Date(slot.start))),
    )
    if (sameDay.length < mostADay && sameDay.every(({ start }) => Math.abs(start - slot.start) >= aDay / 16))
      chosen.push(slot)
    if (chosen.length === mostProposals) break
  }
  return chosen.sort((a, b) => a.start - b.start)
}

/**
 * First on the fixed hours of partners. When that cannot be: what asks least, and moments at which partners come for this
 * or, when that does not help either, the fewest people are missing.
 */
export function momentsFor(known: ToFind, wish: Wish): Found {
  const { slots, concession }: Answer = find(problemOf(known, wish))
  const nameOf = (id: string) => known.people.find((who) => who.id === id)?.name ?? ''
  const hasHours = known.people.filter(({ personId, hours }) => personId === null && hours.length > 0)
  const inHours = slots.length ? [] : hasHours.map((one) => ({ id: one.id, starts: startsFor(known, one, wish) }))
  const proposed = ({ start, room, missing }: Slot): Proposal => {
    const outside = inHours.flatMap(({ id, starts }) => (starts.has(start) || missing.includes(id) ? [] : [id]))
    return {
      local: localOf(new Date(start)),
      room: known.rooms.find(({ id }) => id === room)?.name,
      ...{ missing: missing.map(nameOf), outside: outside.map(nameOf) },
      breaks: known.people.some(({ id, required }) => required && [...missing, ...outside].includes(id)),
    }
  }
  const least = (one: Concession) => ({
    ...proposed(one),
    asks: one.asks.map(({ id, minutes }) => ({ name: nameOf(id), minutes })),
    roomAsks: one.roomAsks,
  })
  const loosened = problemOf(known, wish, false)
  const others = slots.length || !hasHours.length ? [] : find(loosened).slots
  const fewest = slots.length || others.length ? [] : find(withoutAll(loosened)).slots
  const best = slots.length ? slots : others.length ? others : fewest
  return {
    proposals: spread(best.filter(({ missing }) => missing.length === best[0]?.missing.length)).map(proposed),
    concession: concession ? least(concession) : undefined,
  }
}

/** When one partner can on her own fixed hours, whatever the others and the rooms. */
const startsFor = (known: ToFind, one: ToFind['people'][number], wish: Wish) =>
  new Set(find(problemOf({ ...known, people: [one], rooms: [] }, wish)).slots.map(({ start }) => start))

/** So many of what was found are ticked already, and none that breaks somebody who must come. */
const preselected = 4
export const tickedOf = ({ proposals }: Found): string[] =>
  proposals
    .filter(({ breaks }) => !breaks)
    .slice(0, preselected)
    .map(({ local }) => local)

/** More than half must be able to; a moment for fewer is none. */
const withoutAll = (problem: Problem): Problem => ({
  ...problem,
  people: problem.people.map((one) => ({ ...one, required: false })),
  quorum: Math.floor(problem.people.length / 2) + 1,
})
