import { factsOf, fits, instead, monthStart, weekdayOf, yearStart } from './dates.ts'
import type { Rule } from './rule.ts'

const aDay = 86_400_000
const units = { SECONDLY: 1000, MINUTELY: 60_000, HOURLY: 3_600_000 } as const
/** More than this and it is no agenda: it ends, and is told. The steps are shared by all of a calendar. */
export const patience = () => ({ steps: 1_500_000 })
export type Patience = ReturnType<typeof patience>
const mostFound = 50_000

export type Asked = { start: number; until: number; after: number; before: number; left: Patience }
export type Found = { starts: number[]; cut: boolean }

/**
 * When something repeats, as shown by its own clock: everything from `after` until `before`, however long ago it began.
 * Without COUNT it begins to look near `after`; with it, it counts from the start. Never longer than patience lasts.
 */
export function repeat(given: Rule, asked: Asked): Found {
  const rule = completed(given, asked.start)
  const seen = { starts: [] as number[], counted: 0 }
  const jump = rule.count === undefined || isEven(given)
  const last = Math.min(asked.before - 1, asked.until)
  const subdaily = units[rule.freq as keyof typeof units]
  const periods = subdaily ? momentsBy(rule, subdaily, asked, jump) : daysBy(rule, asked, jump)
  seen.counted = periods.skipped
  const spend = (steps: number) => {
    asked.left.steps -= steps
    return asked.left.steps >= 0
  }
  for (const period of periods.walk(spend)) {
    if (asked.left.steps < 0 || seen.starts.length > mostFound) return { starts: seen.starts, cut: true }
    if (period.from > last) break
    for (const start of placed(rule, period.starts)) {
      if (start < asked.start || start > last) continue
      // What it began with is the first, also where the rule would not have it.
      if (seen.counted === 0 && start !== asked.start) seen.counted = 1
      if (rule.count !== undefined && ++seen.counted > rule.count) return { starts: seen.starts, cut: false }
      if (start >= asked.after) seen.starts.push(start)
    }
  }
  return { starts: seen.starts, cut: false }
}

/** Every so many weeks, days or hours and nothing more: then the hundredth can be reckoned. */
const isEven = (rule: Rule) =>
  !/MONTHLY|YEARLY/.test(rule.freq) &&
  ![
    ...[rule.months, rule.weekNumbers, rule.yearDays, rule.monthDays, rule.days],
    ...[rule.hours, rule.minutes, rule.seconds, rule.positions],
  ].some((list) => list.length)

/** What the rule leaves open is as it was the first time. */
function completed(rule: Rule, start: number): Rule {
  const { month, date, weekday } = factsOf(Math.floor(start / aDay))
  const free = !rule.monthDays.length && !rule.yearDays.length && !rule.days.length
  const full = { ...rule }
  if (rule.freq === 'YEARLY' && free && !rule.weekNumbers.length) {
    full.monthDays = [date]
    if (!rule.months.length) full.months = [month]
  }
  if (rule.freq === 'YEARLY' && free && rule.weekNumbers.length) full.days = [{ nth: 0, day: weekday }]
  if (rule.freq === 'MONTHLY' && free) full.monthDays = [date]
  if (rule.freq === 'WEEKLY' && !rule.days.length) full.days = [{ nth: 0, day: weekday }]
  return full
}

const partOf = (shown: number, unit: number, many: number) => Math.floor((((shown % aDay) + aDay) % aDay) / unit) % many
const or = (list: number[], one: number) => (list.length ? list : [one])
const placed = ({ positions }: Rule, starts: number[]) =>
  positions.length
    ? starts.filter((_, i) => positions.includes(i + 1) || positions.includes(i - starts.length))
    : starts

type Period = { from: number; starts: number[] }
/** Says how much it is going to do, and hears whether there is patience left for that. */
type Spend = (steps: number) => boolean
type Periods = { skipped: number; walk: (spend: Spend) => Generator<Period> }

/** Years, months, weeks and days. */
function daysBy(rule: Rule, { start, after, before }: Asked, jump: boolean): Periods {
  const first = Math.floor(start / aDay)
  const { year, month } = factsOf(first)
  const week = first - ((weekdayOf(first) - rule.wkst + 7) % 7)
  const near = Math.floor(Math.max(after, start) / aDay)
  const { interval } = rule
  const bounds: Record<string, [passed: number, of: (nth: number) => [number, number]]> = {
    YEARLY: [factsOf(near).year - year, (n) => [yearStart(year + n), yearStart(year + n + 1) - 1]],
    MONTHLY: [
      (factsOf(near).year - year) * 12 + factsOf(near).month - month,
      (n) => [monthStart(year, month - 1 + n), monthStart(year, month + n) - 1],
    ],
    WEEKLY: [Math.floor((near - week) / 7), (n) => [week + n * 7, week + n * 7 + 6]],
    DAILY: [near - first, (n) => [first + n, first + n]],
  }
  const [passed, of] = bounds[rule.freq]!
  const skipped = jump ? Math.max(0, Math.floor(passed / interval) - 1) : 0
  const times = or(rule.hours, partOf(start, 3_600_000, 24)).flatMap((hour) =>
    or(rule.minutes, partOf(start, 60_000, 60)).flatMap((minute) =>
      or(rule.seconds, partOf(start, 1000, 60)).map((second) => ((hour * 60 + minute) * 60 + second) * 1000),
    ),
  )
  return {
    skipped,
    *walk(spend) {
      for (let nth = skipped; ; nth++) {
        const [from, until] = of(nth * interval)
        // Beyond what is looked at, also where that is no day of any calendar.
        if (!(from * aDay < before)) return
        const days = new Set(instead(rule, from, until))
        for (let day = from; day <= until; day++) {
          spend(1)
          const facts = factsOf(day)
          if (fits(rule, facts)) days.add(day)
          // A year is long: months in which nothing can happen are not walked through.
          else if (rule.months.length && !rule.months.includes(facts.month))
            day = monthStart(facts.year, facts.month) - 1
        }
        const sorted = spend(days.size * (times.length - 1)) ? [...days].sort((a, b) => a - b) : []
        yield { from: from * aDay, starts: sorted.flatMap((day) => times.map((time) => day * aDay + time)) }
      }
    },
  }
}

/** Hours, minutes and seconds: a day, an hour or a minute that does not fit is passed over as a whole. */
function momentsBy(rule: Rule, unit: number, { start, after, before }: Asked, jump: boolean): Periods {
  const base = Math.floor(start / unit) * unit
  const each = rule.interval * unit
  const skipped = jump ? Math.max(0, Math.floor((after - base) / each) - 1) : 0
  const within =
    unit === 3_600_000
      ? or(rule.minutes, partOf(start, 60_000, 60)).flatMap((minute) =>
          or(rule.seconds, partOf(start, 1000, 60)).map((second) => minute * 60_000 + second * 1000),
        )
      : unit === 60_000
        ? or(rule.seconds, partOf(start, 1000, 60)).map((second) => second * 1000)
        : [0]
  const firstFrom = (shown: number) => Math.ceil((shown - base) / each)
  return {
    skipped,
    *walk(spend) {
      const fitting = remembered(rule)
      for (let nth = skipped; ; ) {
        const from = base + nth * each
        if (!(from < before)) return
        const unfit = passOver(rule, unit, from, fitting)
        if (!spend(unfit === undefined ? within.length : 1)) yield { from, starts: [] }
        else if (unfit === undefined) yield { from, starts: within.map((part) => from + part) }
        else yield { from, starts: [] }
        nth = unfit === undefined ? nth + 1 : Math.max(nth + 1, firstFrom(unfit))
      }
    },
  }
}

/** Until when nothing fits; undefined when this moment does. */
function passOver(rule: Rule, unit: number, shown: number, fitting: (day: number) => boolean): number | undefined {
  const day = Math.floor(shown / aDay)
  if (!fitting(day)) return (day + 1) * aDay
  const next = (of: number) => (Math.floor(shown / of) + 1) * of
  if (rule.hours.length && !rule.hours.includes(partOf(shown, 3_600_000, 24))) return next(3_600_000)
  if (unit < 3_600_000 && rule.minutes.length && !rule.minutes.includes(partOf(shown, 60_000, 60))) return next(60_000)
  if (unit < 60_000 && rule.seconds.length && !rule.seconds.includes(partOf(shown, 1000, 60))) return next(1000)
  return undefined
}

/** A day has many seconds; whether it fits is looked at once. */
function remembered(rule: Rule) {
  let last: { day: number; does: boolean } | undefined
  return (day: number) => {
    if (last?.day !== day) last = { day, does: fits(rule, factsOf(day)) }
    return last.does
  }
}
