import { clockOf } from '#kit/time/clock.ts'
import { type Day, dayPlus, weekdayOf, zone } from '#kit/time/day.ts'
import { usualAnswerBy } from '../asking/rules.ts'
import type { Busy, Problem } from '../finder/find.ts'
import { joined, type Span, without } from '../finder/spans.ts'
import { momentAt } from '../rules.ts'

/** What takes somebody or a room on one date, by the clock. */
type OnDay = { day: Day; from: string; until: string }
type Taken = { start: string; end: string }
export type ToFind = {
  people: readonly {
    id: string
    name: string
    personId: string | null
    required: boolean
    /** So many minutes of travelling, there and back again. */
    travel: number
    days: number[] | null
    /** Of a partner, along which line: whose hours in the building are hers. */
    relationId: string | null
    taken: readonly Taken[]
    /** Busy by her own calendar or a regular duty: instants in milliseconds. Covered: somebody else is with her group then. */
    own: readonly { start: number; end: number; covered?: boolean }[]
  }[]
  /** Of those who need not come, so many must be able to. */
  quorum: number | null
  /** Days on which the school is closed: nobody meets there then. */
  closed: readonly Day[]
  /** When the bell goes, all week. */
  week: readonly { weekday: number; from: string; until: string }[]
  groups: readonly { id: string; teachers: readonly { personId: string; days: readonly number[] }[] }[]
  rooms: readonly { id: string; name: string; meetings: readonly Taken[]; others: readonly OnDay[] }[]
  /** Who is in the building, with children, away or out of class: date by date, as it is then. */
  building: {
    present: readonly (OnDay & { relationId: string })[]
    sessions: readonly (OnDay & { relationId: string })[]
    away: readonly { day: Day; relationId: string }[]
    groups: readonly (OnDay & { groupId: string })[]
  }
}
type One = ToFind['people'][number]

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const clockAt = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
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
const daysFrom = (today: Day) => {
  const first = firstDay(today)
  return Array.from({ length: lookedAt }, (_, nth) => dayPlus(first, nth))
}

const coveredIn = (own: One['own']) => joined(own.filter(({ covered }) => covered).map(inFull))
const inFull = ({ start, end }: { start: number; end: number }): Busy => ({ from: start, until: end })
const span = ({ start, end }: Taken): Busy => ({ from: Date.parse(start), until: Date.parse(end) })
const onDay = ({ day, from, until }: OnDay): Busy => ({
  from: momentAt(day, from).getTime(),
  until: momentAt(day, until).getTime(),
})
const allDay = (day: Day): Busy => ({
  from: momentAt(day, '00:00').getTime(),
  until: momentAt(dayPlus(day, 1), '00:00').getTime(),
})
/** In the same building: nobody travels for it. */
const here = (busy: Busy): Busy => ({ ...busy, here: true })

/**
 * Who has a group is with it from the first bell until it is gone, unless somebody covers for her; and when it has something
 * else than every week.
 */
function withGroup(
  { week, groups, building }: ToFind,
  personId: string,
  dates: readonly Day[],
  covered: Span[],
): Busy[] {
  const mine = groups.flatMap(({ id, teachers }) =>
    teachers.filter((one) => one.personId === personId).map(({ days }) => ({ id, days })),
  )
  if (!mine.length) return []
  return dates.flatMap((day) => {
    const weekday = weekdayOf(day)
    const hers = mine.filter(({ days }) => days.includes(weekday))
    const bells = week.filter((bell) => bell.weekday === weekday)
    if (!hers.length) return []
    const otherwise = building.groups.filter((one) => one.day === day && hers.some(({ id }) => id === one.groupId))
    const begins = Math.min(...bells.map(({ from }) => minutesOf(from)))
    const ends = Math.max(...bells.map(({ until }) => minutesOf(until))) + seesOut
    const lessons = bells.length ? [{ day, from: clockAt(begins), until: clockAt(ends) }] : []
    return [...without(lessons.map(onDay), covered), ...otherwise.map(onDay)]
  })
}

/** A partner comes on her hours in the building, as they are on each date, where she has any; else eight to five. */
const hasHours = ({ building }: ToFind, { personId, relationId }: One) =>
  personId === null && relationId !== null && building.present.some((one) => one.relationId === relationId)
export const withHours = (known: ToFind) => known.people.filter((one) => hasHours(known, one))

/** What is left of the frame when her hours are taken out of it. */
function outOfHours({ building }: ToFind, relationId: string | null, { from, until }: Span): Busy[] {
  const hours = building.present.filter((one) => one.relationId === relationId).map(onDay)
  return without([{ from, until }], joined(hours)).map(here)
}

/** With children, or not there at all that day. */
function ofPartner({ building }: ToFind, relationId: string | null): Busy[] {
  const hers = (one: { relationId: string }) => one.relationId === relationId
  return [
    ...building.sessions.filter(hers).map(onDay).map(here),
    ...building.away.filter(hers).map(({ day }) => here(allDay(day))),
  ]
}

const schooldays = [1, 2, 3, 4, 5]
export type Wish = { minutes: number; today: Day }

/**
 * What this house knows, as a problem for the finder. What a partner has in the building is where we meet: she travels to it
 * from elsewhere only. A colleague who travels goes out: her lessons and other meetings are elsewhere.
 */
export function problemOf(known: ToFind, { minutes, today }: Wish, onFixedHours = true): Problem {
  const moments = frameFrom(today)
  const frame = { from: moments.from.getTime(), until: moments.until.getTime() }
  const dates = daysFrom(today)
  const off = known.closed.map((day) => here(allDay(day)))
  return {
    ...{ clock: clockOf(zone)!, ...frame, minutes, step: 15, limit: 3000 },
    quorum: known.people.filter(({ required }) => required).length + (known.quorum ?? 0),
    people: known.people.map((one) => {
      const { id, personId, relationId, required, travel, days, taken, own } = one
      const works = days?.length ? days.filter((day) => day <= 5) : schooldays
      const fixed = onFixedHours && hasHours(known, one)
      const busy = [
        ...[...taken.map(span), ...own.filter(({ covered }) => !covered).map(inFull), ...off],
        ...(personId ? withGroup(known, personId, dates, coveredIn(own)) : ofPartner(known, relationId)),
        ...(fixed ? outOfHours(known, relationId, frame) : []),
      ]
      return {
        id,
        required,
        travel,
        busy,
        windows: fixed ? undefined : works.map((weekday) => ({ weekday, ...workday })),
      }
    }),
    rooms: known.rooms.map(({ id, meetings, others }) => ({ id, busy: [...meetings.map(span), ...others.map(onDay)] })),
  }
}
