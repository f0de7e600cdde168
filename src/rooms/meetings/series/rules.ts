import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import type { Invitation } from '#rooms/agenda/door.ts'
import { dayIn, localOf, momentAt, timeIn } from '../rules.ts'
import type { MeetingDate, Repeat } from '../tables.ts'

export type Repeating = { repeat: Repeat; until: Day | null; times: number | null }
/** A school year of weeks, and no further than a year ahead. */
export const mostTimes = 52
const furthest = 366
export type Planned = { day: Day; closed: boolean }

/**
 * The dates of a series: as long as the last day has not passed, or until it happens so many times. What falls on a day on
 * which the school is closed is skipped and does not count; the first was chosen by hand and always stands.
 */
export function datesOf(first: Day, { repeat, until, times }: Repeating, closed: ReadonlySet<Day>): Planned[] {
  const last = [until ?? dayPlus(first, furthest), dayPlus(first, furthest)].sort()[0]!
  const most = Math.min(times ?? mostTimes, mostTimes)
  const found: Planned[] = []
  for (let nth = 0, open = 0; open < most && nth <= furthest; nth++) {
    const day = dayNth(repeat, first, nth)
    if (!day) continue
    if (day > last) break
    const off = nth > 0 && closed.has(day)
    found.push({ day, closed: off })
    if (!off) open++
  }
  return found
}

const numberOf = (day: Day) => Number(day.slice(8))
/** The how manieth of its weekday in the month; the fifth is the last, which every month has. */
const placeOf = (day: Day) => (numberOf(day) > 28 ? -1 : Math.ceil(numberOf(day) / 7))

/** The nth day as the rule says, without looking whether anybody is there; a month may not have it. */
function dayNth(repeat: Repeat, first: Day, nth: number): Day | undefined {
  if (repeat === 'week') return dayPlus(first, 7 * nth)
  if (repeat === 'two_weeks') return dayPlus(first, 14 * nth)
  const month = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1 + nth, 1))
    .toISOString()
    .slice(0, 7)
  return repeat === 'month_day' ? dayOfMonth(month, numberOf(first)) : weekdayOfMonth(month, first)
}

function dayOfMonth(month: string, number: number): Day | undefined {
  const day = dayPlus(`${month}-01`, number - 1)
  return day.startsWith(month) ? day : undefined
}

function weekdayOfMonth(month: string, first: Day): Day {
  const start: Day = `${month}-01`
  const days = Array.from({ length: 31 }, (_, nth) => dayPlus(start, nth)).filter(
    (day) => day.startsWith(month) && weekdayOf(day) === weekdayOf(first),
  )
  return days.at(placeOf(first) < 0 ? -1 : placeOf(first) - 1)!
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
/** The same for a calendar (RFC 5545). COUNT counts what is skipped too: a calendar leaves those out by EXDATE. */
function ruleOf(repeat: Repeat, first: Day, count: number): string {
  const rule = {
    week: 'FREQ=WEEKLY',
    two_weeks: 'FREQ=WEEKLY;INTERVAL=2',
    month_weekday: `FREQ=MONTHLY;BYDAY=${placeOf(first)}${names[weekdayOf(first) - 1]}`,
    month_day: `FREQ=MONTHLY;BYMONTHDAY=${numberOf(first)}`,
  }[repeat]
  return `${rule};COUNT=${count}`
}

type Whole = { startsAt: Date | null; endsAt: Date | null; place: string | null; repeats: Repeat | null }
type Dated = Pick<MeetingDate, 'day' | 'startsAt' | 'endsAt' | 'place' | 'off'>

/** When a date was to be, by the clock of the first: the name by which calendars know it. */
export const dueAt = (startsAt: Date, day: Day) => momentAt(day, timeIn(localOf(startsAt)))

/** A series as calendars take it; undefined when it happens once. */
export function seriesOf({ startsAt, endsAt, place, repeats }: Whole, dates: readonly Dated[]): Invitation['series'] {
  if (!startsAt || !endsAt || !repeats || !dates.length) return undefined
  const due = (day: Day) => dueAt(startsAt, day)
  const lasts = endsAt.getTime() - startsAt.getTime()
  return {
    rule: ruleOf(repeats, dayIn(localOf(startsAt)), dates.length),
    except: dates.filter(({ off }) => off !== null).map(({ day }) => due(day)),
    moved: dates
      .filter(({ off }) => off === null)
      .filter(
        (one) =>
          one.startsAt.getTime() !== due(one.day).getTime() ||
          one.endsAt.getTime() - one.startsAt.getTime() !== lasts ||
          one.place !== place,
      )
      .map((one) => ({ at: due(one.day), start: one.startsAt, end: one.endsAt, place: one.place ?? '' })),
  }
}
