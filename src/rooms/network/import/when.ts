import { readDay } from '#kit/sheet/day.ts'
import type { Cell, Keep } from './row.ts'

/** Since when: of a month or a year alone, its first day. */
export function readSince(text: string, keep: Keep): string {
  const read = readDay(text, SCHOOL_YEAR)
  if (text !== '' && !read) keep('day-unclear', text)
  if (read && read.exact !== 'day') keep(read.exact === 'month' ? 'only-month' : 'only-year', text)
  return read?.day ?? ''
}

/** Until when, that day included: "31-7-2027", "t/m juli 2027". A year or "einde schooljaar" stays in words. */
export function readEnd({ value = '', head }: Partial<Cell>, keep: Keep): string {
  const read = readDay(value.replace(/^(tot en met|t\/m|tm|tot|until|till)\s+/i, ''))
  if (value === '') return ''
  if (!read || read.exact === 'year') {
    keep('day-unclear', value, head)
    return ''
  }
  if (read.exact === 'day') return read.day
  keep('last-of-month', value)
  return lastOfMonth(read.day)
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

// A school year begins on 1 August.
const SCHOOL_YEAR = '08-01'
