import type { Body } from '#kit/form/form.ts'
import { cleanText } from '#kit/sheet/clean.ts'
import { clock } from '../rules.ts'

export type Lesson = { weekday: number; from: string; until: string; subject: string; protected: boolean }
export type Slot = { weekday: number; from: string; until: string }

/** Subjects of which little may be missed; the machine counts them heavier. */
const core =
  /^(rekenen|taal|lezen|spelling|schrijven|technisch lezen|begrijpend lezen|woordenschat|nederlands|dutch|reading|maths?|spelling)\b/i
export const isCore = (subject: string) => core.test(subject.trim())

export const mostRows = 24
const days = [1, 2, 3, 4, 5] as const
const longest = 40

export type Row = { from: string; until: string; cells: Record<string, string> }

const said = (body: Body, name: string) => {
  const value = body[name]
  return cleanText(Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim()
}

/** A row of the grid for each pair of times, in the order of the clock; “gym!” is a lesson nobody is taken out of. */
export function rowsOf(lessons: readonly Lesson[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { weekday, from, until, subject, protected: kept } of lessons) {
    const key = `${clock(from)} ${clock(until)}`
    const row = rows.get(key) ?? { from: clock(from), until: clock(until), cells: {} }
    row.cells[weekday] = kept ? `${subject}!` : subject
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => `${a.from}${a.until}`.localeCompare(`${b.from}${b.until}`))
}

/** To begin with: a row for every part between two bells. */
export function rowsOfBells(week: readonly Slot[]): Row[] {
  const slots = new Map(week.map(({ from, until }) => [`${from} ${until}`, { from, until, cells: {} }]))
  return [...slots.values()].sort((a, b) => a.from.localeCompare(b.from))
}

/** What was typed in the grid, row by row, also what is wrong in it. */
export const typedRows = (body: Body): Row[] =>
  Array.from({ length: mostRows }, (_, row) => ({
    from: said(body, `from-${row}`),
    until: said(body, `until-${row}`),
    cells: Object.fromEntries(days.map((day) => [day, said(body, `cell-${row}-${day}`)])),
  }))

export const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
/** “8.30”, “8:30” and “0830” as well as “08:30”. */
export function asTime(text: string): string {
  const found = /^(\d{1,2})[.:u h]?(\d{2})(?::00)?$/.exec(text.trim())
  return found ? `${found[1]!.padStart(2, '0')}:${found[2]}` : text.trim()
}

export function asLesson(weekday: number, { from, until }: { from: string; until: string }, text: string): Lesson {
  const kept = /!\s*$/.test(text)
  return { weekday, from, until, subject: text.replace(/\s*!+\s*$/, '').trim(), protected: kept }
}

export type Wrong = 'time' | 'order' | 'long' | 'overlap' | 'subject'
export type Typed = { lessons: Lesson[]; errors: Record<string, Wrong> }

/** The lessons in the grid; rows without a subject are left out. Errors stand at the field where they are mended. */
export function readGrid(rows: readonly Row[]): Typed {
  const errors: Record<string, Wrong> = {}
  const lessons: Lesson[] = []
  for (const [nth, row] of rows.entries()) {
    const [from, until] = [asTime(row.from), asTime(row.until)]
    const cells = days.filter((day) => row.cells[day])
    if (!cells.length) continue
    if (!isTime(from) || !isTime(until)) errors[`from-${nth}`] = 'time'
    else if (until <= from) errors[`until-${nth}`] = 'order'
    for (const day of cells) {
      const lesson = asLesson(day, { from, until }, row.cells[day]!)
      if (lesson.subject.length > longest) errors[`cell-${nth}-${day}`] = 'long'
      else if (!lesson.subject) errors[`cell-${nth}-${day}`] = 'subject'
      else if (lessons.some((one) => crosses(one, lesson))) errors[`cell-${nth}-${day}`] = 'overlap'
      lessons.push(lesson)
    }
  }
  return { lessons, errors }
}

export const crosses = (a: Slot, b: Slot) => a.weekday === b.weekday && a.from < b.until && b.from < a.until

export const isLongSubject = (subject: string) => subject.length > longest
