import { clockOf } from '#kit/time/clock.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { busyIn } from '../ical/busy.ts'
import type { TroubleOf } from './tables.ts'

export const mostCalendars = 5
export const mostBytes = 5_000_000
const aDay = 86_400_000
/** How long a time of being busy may be known ahead. */
const ahead = { address: 200 * aDay, file: 400 * aDay }
export const hoursBetweenFetches = 4

export type Interval = { start: number; end: number }

/** webcal:// is how calendars write https:// when they mean: subscribe. */
export const asAddress = (said: string) => said.trim().replace(/^webcals?:\/\//i, 'https://')

/** Times that touch are one: how many things there were is nobody's business either. */
export function joined(busy: readonly Interval[]): Interval[] {
  const found: Interval[] = []
  for (const { start, end } of busy.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else if (end > start) found.push({ start, end })
  }
  return found
}

export const toPairs = (busy: readonly Interval[]) =>
  busy.flatMap(({ start, end }) => [start / 1000, end / 1000].map(Math.round))
export const fromPairs = (pairs: readonly number[]): Interval[] =>
  pairs.flatMap((start, place) => {
    const end = pairs[place + 1]
    return place % 2 === 0 && end !== undefined ? [{ start: start * 1000, end: end * 1000 }] : []
  })

export type Read = { busy: number[]; trouble: TroubleOf | null }

/** Nobody is busy more often; who brings more is known to be busy at the first of them. */
export const mostHours = 10_000

/** Of a calendar, when it takes time, from yesterday on; the rest is let go of here. Done beside the house (ical/beside.ts). */
export function hoursIn(bytes: Uint8Array, kind: 'address' | 'file', now: number): Read {
  const reader = clockOf('Europe/Amsterdam')!
  const { busy, problems } = busyIn(bytes, { reader, from: now - aDay, until: now + ahead[kind] })
  const broken = problems.some(({ what }) => what === 'not-a-calendar' || what === 'too-large')
  if (broken) return { busy: [], trouble: 'not-a-calendar' }
  const hours = joined(busy)
  const partly = problems.length > 0 || hours.length > mostHours
  return { busy: toPairs(hours.slice(0, mostHours)), trouble: partly ? 'partly' : null }
}

export type BusyDay = { day: Day; hours: Interval[] }

/** The coming days, each with what is taken of it; what goes past midnight stands at both days. */
export function daysAhead(busy: readonly Interval[], now: number, days = 14): BusyDay[] {
  const hours = joined(busy)
  const found: BusyDay[] = []
  const seen = new Set<Day>()
  for (let at = now; at < now + days * aDay; at += aDay / 2) {
    const day = dayOf(new Date(at))
    if (seen.has(day)) continue
    seen.add(day)
    const touching = hours.filter(({ start, end }) => dayOf(new Date(start)) <= day && dayOf(new Date(end - 1)) >= day)
    if (touching.length) found.push({ day, hours: touching })
  }
  return found
}
