import { findHeader, type Header, plain } from './layout.ts'
import type { Sheet } from './sheet.ts'

/** What a head seems to mean; `at` numbers repeated columns ("Contact 2"), `day` is the weekday of a column (Monday is 1). */
export type Meaning<Field> = { field: Field; sure: number; at?: number; day?: number }

export type Column<Field> = {
  index: number
  head: string
  field: Field | null
  sure: number
  examples: string[]
  at?: number
  day?: number
}

export type Mapping<Field> = { header: Header | undefined; columns: Column<Field>[] }

export type Trade<Field extends string> = {
  meaning: (head: string) => Meaning<Field> | undefined
  /** Fields that can be told from what stands in the cells, with a judge: 1 fits, 0 says nothing, -1 cannot be. */
  guessable: readonly Field[]
  judge: (field: Field, cell: string) => number
  /** Fields that more than one column may have. */
  many: readonly Field[]
}

/** A proposal, to be looked at and changed by somebody: which column holds what, how sure, with examples. */
export function proposeColumns<Field extends string>(sheet: Sheet, trade: Trade<Field>): Mapping<Field> {
  const meaningOf = (head: string) => (head.length > LONGEST_HEAD ? undefined : trade.meaning(head))
  const header = findHeader(sheet, (head) => meaningOf(head) !== undefined)
  const body = sheet.rows.slice(header ? header.row + 1 : 0)
  const width = Math.max(header?.heads.length ?? 0, ...body.map((row) => row.length), 0)
  const columns = Array.from({ length: width }, (_, index): Column<Field> => {
    const cells = body.map((row) => row[index]?.trim() ?? '').filter(Boolean)
    const head = header?.heads[index] ?? ''
    const meaning = meaningOf(head) ?? (head === '' || !header ? fromCells(cells, trade) : undefined)
    return {
      index,
      head,
      field: null,
      sure: 0,
      ...meaning,
      examples: [...new Set(cells)].slice(0, 3).map((cell) => cell.slice(0, LONGEST_JUDGED)),
    }
  })
  return { header, columns: onlyOneEach(columns, trade.many) }
}

function fromCells<Field extends string>(
  cells: string[],
  { guessable, judge }: Trade<Field>,
): Meaning<Field> | undefined {
  const sample = cells.slice(0, 50).map((cell) => cell.slice(0, LONGEST_JUDGED))
  if (sample.length === 0) return undefined
  const scored = guessable.map((field) => ({
    field,
    sure: sample.reduce((sum, cell) => sum + judge(field, cell), 0) / sample.length,
  }))
  const best = scored.reduce((one, other) => (other.sure > one.sure ? other : one))
  return best.sure >= 0.5 ? { field: best.field, sure: Math.min(best.sure, 1) * 0.7 } : undefined
}

function onlyOneEach<Field extends string>(columns: Column<Field>[], many: readonly Field[]): Column<Field>[] {
  return columns.map((column) => {
    const { field, at, day } = column
    if (!field || many.includes(field)) return column
    const rivals = columns.filter((other) => other.field === field && other.at === at && other.day === day)
    const best = rivals.reduce((one, other) => (other.sure > one.sure ? other : one))
    return best.index === column.index ? column : { ...column, field: null, sure: 0 }
  })
}

/** The field whose word the head is, or the one whose longest word is in it. */
export function matchHead<Field extends string>(
  head: string,
  words: Readonly<Record<Field, readonly string[]>>,
): Meaning<Field> | undefined {
  const tidy = plain(head)
  let best: { field: Field; sure: number; size: number } | undefined
  for (const field of Object.keys(words) as Field[]) {
    for (const word of words[field]) {
      const sure =
        tidy === word ? 1 : ` ${tidy} `.includes(` ${word} `) && word.length > 3 && tidy.length < 60 ? 0.8 : 0
      if (sure > 0 && (!best || sure > best.sure || (sure === best.sure && word.length > best.size))) {
        best = { field, sure, size: word.length }
      }
    }
  }
  return best && { field: best.field, sure: best.sure }
}

/** The cells of a line by field. */
export const cellsOf = <Field extends string>({ columns }: Mapping<Field>, cells: string[]) =>
  columns.flatMap(({ field, index, at, day, head }) => {
    const value = (cells[index] ?? '').trim()
    return field && !NOTHING.test(value) ? [{ field, value, at, day, head }] : []
  })

// How people fill a cell that has nothing in it.
const NOTHING = /^([-–—?.]*|n\.?v\.?t\.?|geen|onbekend|nog niet bekend|n\.?b\.?)$/i
const LONGEST_HEAD = 80
/** What stands beyond this in a cell does not help to tell what it is. */
export const LONGEST_JUDGED = 200
/** A cell longer than this is a letter, not a name, a number or a day. */
export const LONGEST_CELL = 2000
