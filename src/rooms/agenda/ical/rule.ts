import { type Clocks, readTime, type Time } from './values.ts'

export const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A repetition (RFC 5545, 3.3.10). Weekdays are 0 (Monday) to 6. */
export type Rule = {
  freq: Frequency
  interval: number
  count?: number
  until?: Time
  wkst: number
  skip: 'omit' | 'backward' | 'forward'
  months: number[]
  weekNumbers: number[]
  yearDays: number[]
  monthDays: number[]
  days: { nth: number; day: number }[]
  hours: number[]
  minutes: number[]
  seconds: number[]
  positions: number[]
}

/** Undefined when it cannot be understood: then nothing is guessed. */
export function readRule(text: string, clocks: Clocks, at: number): Rule | undefined {
  const said = new Map<string, string>()
  for (const part of text.split(';')) {
    const [name = '', value] = part.split('=')
    if (value !== undefined) said.set(name.trim().toUpperCase(), value.trim().toUpperCase())
  }
  const freq = frequencies.find((one) => one === said.get('FREQ'))
  const scale = said.get('RSCALE') ?? 'GREGORIAN'
  const numbers = listsOf(said)
  const days = daysOf(said.get('BYDAY'))
  const until = said.has('UNTIL') ? readTime(said.get('UNTIL')!, undefined, clocks, at) : undefined
  if (!freq || scale !== 'GREGORIAN' || !numbers || !days || (said.has('UNTIL') && !until)) return undefined
  const [count, interval] = [Number(said.get('COUNT') ?? 0), Number(said.get('INTERVAL') ?? 1)]
  if (!Number.isInteger(count) || !Number.isInteger(interval) || count < 0 || interval < 1) return undefined
  const skip = { BACKWARD: 'backward', FORWARD: 'forward' } as const
  return {
    ...{ freq, interval, days, ...numbers },
    ...(count ? { count } : {}),
    ...(until ? { until } : {}),
    wkst: Math.max(0, weekdays.indexOf(said.get('WKST') ?? 'MO')),
    skip: skip[said.get('SKIP') as keyof typeof skip] ?? 'omit',
  }
}

const lists = {
  months: ['BYMONTH', 1, 12, false],
  weekNumbers: ['BYWEEKNO', 1, 53, true],
  yearDays: ['BYYEARDAY', 1, 366, true],
  monthDays: ['BYMONTHDAY', 1, 31, true],
  hours: ['BYHOUR', 0, 23, false],
  minutes: ['BYMINUTE', 0, 59, false],
  seconds: ['BYSECOND', 0, 60, false],
  positions: ['BYSETPOS', 1, 366, true],
} as const

function listsOf(said: ReadonlyMap<string, string>): Record<keyof typeof lists, number[]> | undefined {
  const read: Partial<Record<keyof typeof lists, number[]>> = {}
  for (const [key, [name, low, high, below]] of Object.entries(lists)) {
    const numbers = (said.get(name) ?? '').split(',').filter(Boolean).map(Number)
    const fits = (one: number) => (one >= low && one <= high) || (below && -one >= low && -one <= high)
    if (!numbers.every((one) => Number.isInteger(one) && fits(one))) return undefined
    read[key as keyof typeof lists] = [...new Set(numbers)].sort((a, b) => a - b)
  }
  return read as Record<keyof typeof lists, number[]>
}

function daysOf(text = ''): { nth: number; day: number }[] | undefined {
  const days = text
    .split(',')
    .filter(Boolean)
    .map((one) => /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one.trim()))
  if (days.some((one) => !one)) return undefined
  return days.map((one) => ({ nth: Number(one![1] ?? 0), day: weekdays.indexOf(one![2]!) }))
}
