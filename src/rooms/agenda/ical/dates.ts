import type { Rule } from './rule.ts'

/** A day of the calendar, with all that a repetition may ask about it. Days are counted from 1 January 1970. */
export type Facts = { day: number; year: number; month: number; date: number; weekday: number }

export const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7
export const yearStart = (year: number) => Math.floor(atMidnight(year, 0, 1) / 86_400_000)
export const monthStart = (year: number, month: number) => Math.floor(atMidnight(year, month, 1) / 86_400_000)

function atMidnight(year: number, month: number, date: number) {
  const moment = new Date(0)
  return moment.setUTCFullYear(year, month, date)
}

export function factsOf(day: number): Facts {
  const moment = new Date(day * 86_400_000)
  const [year, month, date] = [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()]
  return { day, year, month, date, weekday: weekdayOf(day) }
}

/** Counted from the front (1) or from the back (-1). */
const among = (wished: number[], place: number, many: number) =>
  wished.length === 0 || wished.includes(place) || wished.includes(place - many - 1)

/** Whether the rule wants something on this day; times of the day are another matter. */
export function fits(rule: Rule, facts: Facts): boolean {
  const { day, year, month, date, weekday } = facts
  if (rule.months.length && !rule.months.includes(month)) return false
  if (rule.monthDays.length && !among(rule.monthDays, date, monthStart(year, month) - monthStart(year, month - 1)))
    return false
  const first = yearStart(year)
  if (rule.yearDays.length && !among(rule.yearDays, day - first + 1, yearStart(year + 1) - first)) return false
  if (rule.weekNumbers.length && !inWeek(rule, day, weekday)) return false
  return rule.days.length === 0 || rule.days.some((one) => isDay(rule, one, facts))
}

/** Week 1 is the first with at least four of its days in the year. */
function inWeek({ wkst, weekNumbers }: Rule, day: number, weekday: number): boolean {
  const middle = day - ((weekday - wkst + 7) % 7) + 3
  const year = factsOf(middle).year
  const first = yearStart(year)
  const last = yearStart(year + 1) + 3
  const lastMiddle = last - ((weekdayOf(last) - wkst + 7) % 7) - 7 + 3
  const number = (of: number) => Math.floor((of - first) / 7) + 1
  return among(weekNumbers, number(middle), number(lastMiddle))
}

function isDay(rule: Rule, { nth, day: wished }: Rule['days'][number], facts: Facts): boolean {
  if (facts.weekday !== wished) return false
  if (nth === 0 || (rule.freq !== 'MONTHLY' && rule.freq !== 'YEARLY') || rule.weekNumbers.length) return true
  const inMonth = rule.freq === 'MONTHLY' || rule.months.length > 0
  const { day, year, month } = facts
  const first = inMonth ? monthStart(year, month - 1) : yearStart(year)
  const last = (inMonth ? monthStart(year, month) : yearStart(year + 1)) - 1
  return nth > 0 ? Math.floor((day - first) / 7) + 1 === nth : Math.floor((last - day) / 7) + 1 === -nth
}

/** Days that do not exist in a shorter month, laid on a day that does (RFC 7529, SKIP). */
export function instead(rule: Rule, first: number, last: number): number[] {
  if (rule.skip === 'omit' || rule.days.length || (rule.freq !== 'MONTHLY' && rule.freq !== 'YEARLY')) return []
  const found: number[] = []
  for (let day = first; day <= last; ) {
    const { year, month } = factsOf(day)
    const next = monthStart(year, month)
    const missing = rule.monthDays.some((date) => date > next - monthStart(year, month - 1))
    if (missing && (!rule.months.length || rule.months.includes(month)))
      found.push(rule.skip === 'forward' ? next : next - 1)
    day = next
  }
  return found
}
