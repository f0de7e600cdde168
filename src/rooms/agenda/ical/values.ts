import { aDay, type Clock, momentOf } from '#kit/time/clock.ts'
import type { Line } from './lines.ts'

/** What a clock shows (`shown`), or a whole day; without a clock of its own it floats: it is read where the reader is. */
export type Time = { shown: number; isDay: boolean; clock: Clock }
/** How long something lasts: whole days by the calendar, the rest by the stopwatch. */
export type Span = { days: number; exact: number }

/** `floating` reads times that name no clock of their own: the reader's, or that of the event they belong to. */
export type Clocks = { named: (tzid: string, at: number) => Clock; reader: Clock; utc: Clock; floating?: Clock }

const form = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2}):?(\d{2})?(?:\.\d+)?(Z)?)?$/i

/** The form of the value decides: a day written with hours is a time, whatever VALUE says. */
export function readTime(text: string, tzid: string | undefined, clocks: Clocks, at: number): Time | undefined {
  const found = form.exec(text.trim())
  if (!found) return undefined
  const [year, month, day, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => Number(part ?? 0))
  const date = dayNumber(year!, month!, day!)
  if (date === undefined || hour > 24 || minute > 59 || second > 60) return undefined
  if (found[4] === undefined) return { shown: date * aDay, isDay: true, clock: clocks.reader }
  const shown = date * aDay + ((hour * 60 + minute) * 60 + second) * 1000
  if (found[7]) return { shown, isDay: false, clock: clocks.utc }
  return { shown, isDay: false, clock: tzid ? clocks.named(tzid, at) : (clocks.floating ?? clocks.reader) }
}

export function dayNumber(year: number, month: number, day: number): number | undefined {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / aDay : undefined
}

export const readTimeOf = ({ value, params, at }: Line, clocks: Clocks) => readTime(value, params['TZID'], clocks, at)

/** A value that may be several, by commas. Undefined stands for one that cannot be read. */
export const readTimes = ({ value, params, at }: Line, clocks: Clocks) =>
  value
    .split(',')
    .filter((one) => one.trim())
    .map((one) => readTime(one, params['TZID'], clocks, at))

const spanForm = /^([+-])?P((?:T|\d+[WDHMS])+)$/
const inUnit = { W: 7 * aDay, D: aDay, H: 3_600_000, M: 60_000, S: 1000 } as const
const longest = 4000 * 366

/** Weeks and days are counted by the calendar, also where somebody put them behind the T. */
export function readSpan(text: string): Span | undefined {
  const found = spanForm.exec(text.trim().toUpperCase())
  if (!found) return undefined
  const sign = found[1] === '-' ? -1 : 1
  const span = { days: 0, exact: 0 }
  for (const [, many, unit] of found[2]!.matchAll(/(\d+)([WDHMS])/g)) {
    const lasts = sign * Number(many) * inUnit[unit as keyof typeof inUnit]
    if (unit === 'W' || unit === 'D') span.days += lasts / aDay
    else span.exact += lasts
  }
  return Math.abs(span.days) + Math.abs(span.exact) / aDay > longest ? undefined : span
}

export type Period = { start: Time; span: Span }

/** START/END or START/DURATION. */
export function readPeriod(text: string, tzid: string | undefined, clocks: Clocks, at: number): Period | undefined {
  const [first = '', second = ''] = text.split('/')
  const start = readTime(first, tzid, clocks, at)
  if (!start) return undefined
  const span = readSpan(second)
  if (span) return { start, span }
  const end = readTime(second, tzid, clocks, at)
  return end && { start, span: spanBetween(start, end) }
}

export const momentFor = ({ clock, shown }: Time) => momentOf(clock, shown)

/** From days to days it counts days; else the stopwatch ran (RFC 5545, 3.8.5.3). */
export const spanBetween = (start: Time, end: Time): Span =>
  start.isDay && end.isDay
    ? { days: (end.shown - start.shown) / aDay, exact: 0 }
    : { days: 0, exact: momentFor(end) - momentFor(start) }

export const endOf = ({ clock, shown }: Time, { days, exact }: Span) => momentOf(clock, shown + days * aDay) + exact
