import { type Day, dayPlus } from '#kit/time/day.ts'

/** A term ahead, and a half: so that there is time to look for something else. */
const daysAhead = 183
export const aTermAhead = (today: Day): Day => dayPlus(today, daysAhead)

export type Ending = {
  kind: 'line' | 'face' | 'colleague' | 'money'
  day: Day
  name: string
  href: string
  /** What one falls back on, or how many lines go with her. */
  line?: string | null
  lines?: number
}

/** What ends first stands on top. */
export const inOrder = (endings: readonly Ending[]): Ending[] =>
  [...endings].sort((a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name, 'nl'))

export type Turnover = { id: string; name: string; now: number; years: { year: number; left: number }[] }
type Left = { id: string; name: string; now: number; year: number | null; left: number }

/** Per partner how many faces went in which year. A count, and of nobody in particular. */
export function turnoverOf(rows: readonly Left[]): Turnover[] {
  const byLine = new Map<string, Turnover>()
  for (const { id, name, now, year, left } of rows) {
    const known = byLine.get(id) ?? { id, name, now, years: [] }
    byLine.set(id, { ...known, years: year === null ? known.years : [...known.years, { year, left }] })
  }
  return [...byLine.values()].filter(({ years }) => years.length > 0)
}
