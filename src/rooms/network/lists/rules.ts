import { cleanText } from '#kit/sheet/clean.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { hasEnded, type RelationRead, relationOf } from '../exchange/rules.ts'
import { whyOpen } from '../import/colleague.ts'
import { type Duplicate, findDuplicates } from '../import/duplicates.ts'
import type { Field } from '../import/fields.ts'
import { type PartnerMapping, proposeMapping } from '../import/mapping.ts'
import type { NoteCode, PartnerRow, ReadPartners, RowNote } from '../import/partner.ts'
import { readPartners } from '../import/rows.ts'
import type { Choice, Kept } from './forms.ts'
import type { Beside } from './queries.ts'

const mostRows = 2000
const mostSigns = 2_000_000

/** A list small enough to be carried from page to page; undefined when it is not a list of one school's partners. */
export function keepOf(file: string, sheets: readonly Sheet[]): Kept | undefined {
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim())))
  const signs = filled.reduce((sum, { rows }) => sum + rows.reduce((more, row) => more + row.join('').length, 0), 0)
  const rows = filled.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  if (!filled.length || signs > mostSigns || rows > mostRows || filled.length > 50) return undefined
  return {
    file: cleanText(file).slice(0, 120),
    sheets: filled.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(cleanText)) })),
  }
}

/** The sheet with most on it: the one somebody most likely means. */
export const fullestSheet = (sheets: readonly Sheet[]) => {
  const sizes = sheets.map(({ rows }) => rows.filter((row) => row.some(Boolean)).length)
  return sizes.indexOf(Math.max(...sizes))
}

const emptySheet: Sheet = { name: '', rows: [], merged: [] }

/** What each column holds: as proposed, or as somebody said instead. */
export function mappingOf(
  kept: Kept,
  sheet: number,
  said: ReadonlyMap<number, Field | null> = new Map(),
): PartnerMapping {
  const mapping = proposeMapping(kept.sheets[sheet] ?? emptySheet)
  const columns = mapping.columns.map((column) => {
    const field = said.get(column.index)
    if (field === undefined || field === column.field) return column
    const { at: _, day: __, ...rest } = column
    return { ...rest, field, sure: 1 }
  })
  return { ...mapping, columns, exact: mapping.exact && columns.every((column, at) => column === mapping.columns[at]) }
}

export type Same = Duplicate<Beside['existing'][number]>
export type Preview = {
  kept: Kept
  sheet: number
  mapping: PartnerMapping
  beside: Beside
  read: ReadPartners
  same: ReadonlyMap<number, Same>
}

/** Above this it may well be the same partner, and above the other almost certainly. */
const likely = 0.6
const nearlySure = 0.8

/** The list as read, laid beside what is there. */
export function layBeside({ kept, sheet, mapping, beside }: Omit<Preview, 'read' | 'same'>): Preview {
  const read = withoutChildren(readPartners(kept.sheets[sheet] ?? emptySheet, mapping))
  const found = findDuplicates(read.good, beside.existing).filter(({ sure }) => sure >= likely)
  const same = new Map(found.reverse().map((one) => [one.row, one]))
  const notes = [...read.notes, ...openOwners(read.good, beside), ...pastEnds(read.good, beside)].sort(
    (one, other) => one.line - other.line,
  )
  return { kept, sheet, mapping, beside, read: { ...read, notes }, same }
}

/** A list that was kept by hand may name a child among its remarks: that line is left out, and it is said that it was. */
export function withoutChildren(read: ReadPartners): ReadPartners {
  const without = (text: string) =>
    text
      .split('\n')
      .filter((line) => !namesAChild(line))
      .join('\n')
  const good = read.good.map((row) => ({
    ...row,
    note: without(row.note),
    reply: without(row.reply),
    presence: { ...row.presence, text: without(row.presence.text) },
    contacts: row.contacts.map((one) => ({ ...one, work: without(one.work), moment: without(one.moment) })),
  }))
  const named = good.filter((row, at) => JSON.stringify(row) !== JSON.stringify(read.good[at]))
  const notes = named.map((row) => ({ line: lineOf(row), because: 'names-child' as const, value: row.name }))
  return { ...read, good, notes: [...read.notes, ...notes] }
}

/** Who of us is meant but not found, or could be two: said now, chosen later. */
const openOwners = (rows: readonly PartnerRow[], { colleagues }: Beside): RowNote[] =>
  rows.flatMap((row) =>
    [row.owner, row.deputy].flatMap((said) => {
      const open = whyOpen(said, colleagues)
      return open ? [{ line: lineOf(row), ...open }] : []
    }),
  )

/** A list is often older than its dates: said, rather than ending a line that somebody still rings. */
const pastEnds = (rows: readonly PartnerRow[], { today }: Beside): RowNote[] =>
  rows
    .filter((row) => hasEnded(row, today))
    .map((row) => ({ line: lineOf(row), because: 'ended-already' as const, value: row.ends }))

/** What Excel did to one house number it did to all: one sentence for the lot. */
export function gatherNotes(notes: readonly RowNote[]): (Omit<RowNote, 'line'> & { lines: number[] })[] {
  const told = notes.map(({ line, ...note }) => ({ ...note, lines: [line] }))
  const isMended = ({ because }: { because: RowNote['because'] }) => because === 'house-number-mended'
  const [first, ...others] = told.filter(isMended)
  if (!first) return told
  const all = [first, ...others]
  const one = { ...first, value: all.map(({ value }) => value).join(', '), lines: all.flatMap(({ lines }) => lines) }
  return told.flatMap((note) => (note === first ? [one] : isMended(note) ? [] : [note]))
}

export const lineOf = (row: PartnerRow) => row.lines[0] ?? 0
export const usualChoice = ({ sure }: Same): Choice => (sure >= nearlySure ? 'complete' : 'add')

/** What is to be done, row by row, with what somebody chose for rows that seem to be there already. */
export const takingsOf = (
  { read, same, beside }: Preview,
  choices: ReadonlyMap<number, Choice>,
  source: string,
): { name: string; said: { read: RelationRead; completes: string | undefined } }[] => {
  const taken = read.good.flatMap((row, at) => {
    const twin = same.get(at)
    const choice = twin ? (choices.get(lineOf(row)) ?? usualChoice(twin)) : 'add'
    if (choice === 'skip') return []
    const completes = choice === 'complete' ? twin?.existing.id : undefined
    return [{ name: row.name, said: { read: relationOf(row, { ...beside, source }), completes } }]
  })
  // What others are part of goes first: it must be there before its departments.
  return taken.sort((one, other) => Number(one.said.read.partOf !== '') - Number(other.said.read.partOf !== ''))
}

/** What somebody can do about a note. */
export const remedyOf: Record<NoteCode, 'look' | 'later' | 'read' | 'choose' | 'end' | 'own'> = {
  'phone-unclear': 'later',
  'phone-more': 'read',
  'mail-unclear': 'later',
  'mail-more': 'read',
  'mail-repaired': 'look',
  'website-unclear': 'later',
  'postcode-unclear': 'later',
  'day-unclear': 'read',
  'only-month': 'look',
  'only-year': 'look',
  'last-of-month': 'look',
  'ended-already': 'end',
  'not-taken': 'own',
  'days-unclear': 'read',
  'days-guessed': 'look',
  'word-unclear': 'read',
  'too-many-motives': 'read',
  'house-number-mended': 'look',
  'type-guessed': 'look',
  'type-unknown': 'choose',
  'owner-unknown': 'choose',
  'owner-several': 'choose',
  shifted: 'look',
  merged: 'look',
  'added-to-above': 'look',
  'names-child': 'look',
}
