import { formatOf } from './day.ts'

/**
 * A clock on a wall somewhere: how far it is ahead of Greenwich at a moment, in milliseconds.
 * What a clock shows is kept as a number too: the moment at which a clock in Greenwich shows the same.
 */
export type Clock = { name: string; aheadAt: (moment: number) => number }

export const aDay = 86_400_000
const aWeek = 7 * aDay
type Year = { from: number[]; ahead: number[] }
const clocks = new Map<string, Clock>()

/** The clock of a place in the IANA list, such as Europe/Amsterdam; undefined when there is no such place. */
export function clockOf(zone: string): Clock | undefined {
  const known = clocks.get(zone)
  if (known) return known
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    return undefined
  }
  const years = new Map<number, Year>()
  const clock = { name: zone, aheadAt: (moment: number) => aheadIn(years, zone, moment) }
  clocks.set(zone, clock)
  return clock
}

export const fixedClock = (ahead: number): Clock => ({ name: 'fixed', aheadAt: () => ahead })

/** What the clock shows at this moment. */
export const shownAt = (clock: Clock, moment: number) => moment + clock.aheadAt(moment)

/**
 * The moment at which the clock shows this. Shown twice (autumn): the first time. Never shown (spring): as if the
 * clock had not been changed yet (RFC 5545, 3.3.5).
 */
export function momentOf(clock: Clock, shown: number): number {
  const before = clock.aheadAt(shown - aDay)
  const after = clock.aheadAt(shown + aDay)
  const first = shown - Math.max(before, after)
  if (shownAt(clock, first) === shown) return first
  const second = shown - Math.min(before, after)
  return shownAt(clock, second) === shown ? second : shown - before
}

export type Stretch = { from: number; until: number; ahead: number }

/** The time from one moment until another, in pieces during which the clock was not changed. */
export function stretches(clock: Clock, from: number, until: number): Stretch[] {
  const found: Stretch[] = []
  for (let begun = from; begun < until; ) {
    const ahead = clock.aheadAt(begun)
    let end = begun
    while (end < until && clock.aheadAt(Math.min(end + aDay / 2, until)) === ahead) end += aDay / 2
    if (end < until) end = changeBetween(clock, end, Math.min(end + aDay / 2, until), ahead)
    found.push({ from: begun, until: Math.min(end, until), ahead })
    begun = end
  }
  return found
}

function changeBetween(clock: Clock, from: number, until: number, ahead: number): number {
  let [low, high] = [from, until]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (clock.aheadAt(middle) === ahead) low = middle
    else high = middle
  }
  return high
}

function aheadIn(years: Map<number, Year>, zone: string, moment: number): number {
  const number = new Date(moment).getUTCFullYear()
  const year = years.get(number) ?? yearOf(zone, number)
  years.set(number, year)
  let place = 0
  while (place + 1 < year.from.length && year.from[place + 1]! <= moment) place++
  return year.ahead[place]!
}

/** When a clock is changed in one year: looked at every week, and closer where two weeks differ. */
function yearOf(zone: string, number: number): Year {
  const from = Date.UTC(number, 0, 1)
  const until = Date.UTC(number + 1, 0, 1)
  const year: Year = { from: [from], ahead: [read(zone, from)] }
  for (let week = from; week < until; week += aWeek) {
    const end = Math.min(week + aWeek, until)
    let now = year.ahead.at(-1)!
    while (read(zone, end) !== now) {
      const change = firstChange(zone, Math.max(week, year.from.at(-1)!), end, now)
      if (change >= until) return year
      now = read(zone, change)
      year.from.push(change)
      year.ahead.push(now)
    }
  }
  return year
}

function firstChange(zone: string, from: number, until: number, now: number): number {
  let [low, high] = [from, until]
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (read(zone, middle) === now) low = middle
    else high = middle
  }
  return high
}

function read(zone: string, moment: number): number {
  const whole = Math.floor(moment / 1000) * 1000
  const format = formatOf('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  const parts: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(whole)) parts[type] = value
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year'])
  const shown = new Date(0)
  shown.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']))
  shown.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']))
  return shown.getTime() - whole
}
