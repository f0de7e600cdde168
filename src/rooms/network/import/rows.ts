import { cellsOf, LONGEST_CELL, LONGEST_JUDGED } from '#kit/sheet/columns.ts'
import { fillIdem, linesBelow, plain, type Shifted, undoShift } from '#kit/sheet/layout.ts'
import { isRemark } from '#kit/sheet/remark.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { splitContacts } from './contacts.ts'
import { fold } from './duplicates.ts'
import { readExport } from './export.ts'
import type { Field } from './fields.ts'
import { type Guess, guessType } from './guesstype.ts'
import { readLoose } from './looseline.ts'
import { judgeCell, type PartnerMapping } from './mapping.ts'
import { mergeInto } from './merge.ts'
import type { BadRow, PartnerRow, ReadPartners } from './partner.ts'
import { type Cell, readRow } from './row.ts'
import { sectorsMeant } from './sectorwords.ts'

/** The partners in a table. Each bad row comes with its line in the file, the reason and what helps; the good ones stay. */
export function readPartners(sheet: Sheet, mapping: PartnerMapping): ReadPartners {
  if (mapping.exact) return readExport(sheet)
  const read: ReadPartners = { good: [], bad: [], notes: [] }
  let section = ''
  let above = 0
  for (const shifted of linesOf(sheet, mapping)) {
    const cells = isLoose(mapping) ? readLoose(shifted.cells.join(', ')) : toCells(mapping, shifted.cells)
    const named = cells.find(({ field }) => field === 'name')?.value ?? ''
    const title = sectionIn(cells, sheet, shifted.line)
    if (title !== undefined) section = title
    else if (cells.length === 0 || SUM.test(named)) continue
    else above = take(read, { shifted, cells, named, section, above })
  }
  return read
}

function toCells(mapping: PartnerMapping, cells: string[]): Cell[] {
  return cellsOf(mapping, cells).map(({ field, value, at = 0, day, head }) => ({ field, value, at, day, head }))
}

/** No heads, and cells that tell no columns apart: every line is read for itself. */
const isLoose = ({ header, columns }: PartnerMapping) =>
  !header && (columns.length === 1 || (columns.length < 4 && columns.some(({ field }) => !field)))

function linesOf(sheet: Sheet, mapping: PartnerMapping): Shifted[] {
  const heads = mapping.header?.heads ?? []
  const suits = (cell: string, column: number) => {
    const field = mapping.columns[column]?.field
    return field ? judgeCell(field, cell.slice(0, LONGEST_JUDGED)) : 0
  }
  const again = ({ cells }: Shifted) =>
    heads.length > 0 && heads.every((head, at) => plain(cells[at] ?? '') === plain(head))
  return undoShift(fillIdem(linesBelow(sheet, mapping.header)), mapping.columns.length, suits).filter(
    (line) => !again(line),
  )
}

/** "ZORG" or "Cultuur:" alone on its line is a heading for what follows, and tells something about it. */
function sectionIn(cells: Cell[], sheet: Sheet, line: number): string | undefined {
  const values = [...new Set(cells.map(({ value }) => value))]
  const [value = ''] = values
  if (values.length !== 1 || !/\p{L}/u.test(value) || value.length > 50) return undefined
  const wide = sheet.merged.some(({ top, bottom, left, right }) => top === line - 1 && bottom === top && right > left)
  return wide || value.endsWith(':') || SECTION.test(plain(value)) || sectorsMeant(value).length > 0
    ? value.replace(/:$/, '')
    : undefined
}

type Given = { shifted: Shifted; cells: Cell[]; named: string; section: string; above: number }

/** Returns the line that a following row without a name may belong to. */
function take(read: ReadPartners, { shifted, cells, named, section, above }: Given): number {
  const { line, by } = shifted
  const last = read.good.at(-1)
  const isMore = named === '' && last !== undefined && above === line - 1 && cells.every(({ field }) => MORE.has(field))
  const person = named === '' && !isMore ? personIn(cells) : undefined
  const bad = refuseLong(cells, line) ?? (isMore || person ? undefined : refuse(named, cells, line))
  if (bad) {
    read.bad.push(bad)
    return 0
  }
  if (by > 0) read.notes.push({ line, because: 'shifted', value: named })
  const told = person ? [{ ...person, field: 'name' as Field }, ...cells] : cells
  const row = readRow(told, line, (because, value) => read.notes.push({ line, because, value }))
  if (isMore) read.notes.push({ line, because: 'added-to-above', value: last.name })
  const same = isMore ? last : sameAs(read.good, row)
  if (same && !isMore) read.notes.push({ line, because: 'merged', value: String(same.lines[0]) })
  if (same) mergeInto(same, row)
  else read.good.push(typed(person ? { ...row, form: 'person' } : row, section, read))
  return line
}

/** NET-02: a person without an organisation is a partner too. */
function personIn(cells: Cell[]): Cell | undefined {
  const named = cells.find(({ field }) => field === 'contact' || field === 'contactName')
  if (!named || !cells.some(({ field }) => field === 'kind' || field === 'topics')) return undefined
  return { ...named, value: splitContacts(named.value).contacts[0]?.name ?? named.value }
}

/** A note may be long; a whole letter in the column of phones is something else. */
function refuseLong(cells: Cell[], line: number): BadRow | undefined {
  const long = cells.find(({ field, value }) => field !== 'note' && value.length > LONGEST_CELL)
  return long && { line, because: 'too-long', value: long.value.slice(0, 60), remedy: 'shorten' }
}

function refuse(name: string, cells: Cell[], line: number): BadRow | undefined {
  const said = [...new Set(cells.map(({ value }) => value))]
  if (said.length === 1 && isRemark(said[0] ?? ''))
    return { line, because: 'remark', value: (said[0] ?? '').slice(0, 120), remedy: 'leave-out' }
  if (name === '') return { line, because: 'no-name', value: cells[0]?.value ?? '', remedy: 'type-name' }
  if (!/\p{L}/u.test(name) || /^\S+@\S+$/.test(name))
    return { line, because: 'not-a-name', value: name, remedy: 'check-columns' }
  return name.length > 200 ? { line, because: 'too-long', value: name.slice(0, 60), remedy: 'shorten' } : undefined
}

function sameAs(good: PartnerRow[], row: PartnerRow): PartnerRow | undefined {
  return good.find(
    (one) =>
      fold(one.name) === fold(row.name) &&
      (one.place === row.place || !one.place || !row.place) &&
      one.form === row.form,
  )
}

function typed(row: PartnerRow, section: string, { notes }: ReadPartners): PartnerRow {
  const [line = 0] = row.lines
  // "ZORG" in the column of kinds is a heading for many, no kind of its own.
  const isHeading = sectorsMeant(row.kind).length > 0
  const known = { ...row, kind: isHeading ? '' : row.kind, sector: row.sector || (isHeading ? row.kind : section) }
  if (row.type) return { ...known, typeSure: 1 }
  const best = bestType(row, known.sector, section)
  if (best.type === null) notes.push({ line, because: 'type-unknown', value: row.name })
  else if (best.sure < 0.7) notes.push({ line, because: 'type-guessed', value: best.type })
  return { ...known, type: best.type ?? '', typeSure: best.sure }
}

/** From the name; else from all that is said about it; else, hardly sure, from the heading it stands under. */
function bestType(row: PartnerRow, sector: string, section: string): Guess {
  const kind = row.kind || row.sector
  const sectors = sectorsMeant(sector)
  const works = row.contacts.map(({ work }) => work).join(' ')
  const own = guessType(row.name, kind, sectors)
  if (own.sure >= 0.6) return own
  const wide = guessType(row.name, `${kind} ${works} ${row.topics.join(' ')}`, sectors)
  if (wide.sure > 0) return wide
  const weak = guessType(section)
  return { type: weak.type, sure: weak.sure * 0.4 }
}

/** A row with only these continues the partner above it. */
const MORE = new Set<Field>([
  'contact',
  'contactName',
  'contactWork',
  'contactPhone',
  'contactMail',
  'contactReach',
  'contactDays',
  'contactMoment',
  'reach',
  'phone',
  'mail',
  'note',
  'topics',
  'presence',
  'presenceDay',
])

const SUM =
  /^((onze|alle|lijst van|overzicht( van)?)? ?(externe )?(partners|contacten)$|totaal|aantal|som|legenda|bijgewerkt|laatste wijziging|versie)\b/i
const SECTION =
  /^(zorg|jeugdzorg|jeugdhulp|cultuur|kunst en cultuur|sport|sport en bewegen|gemeente|opvang|kinderopvang|onderwijs|veiligheid|welzijn|wijk|buurt|natuur|natuur en techniek|techniek|gezondheid|gezondheidszorg|bedrijven|overig|overige|diversen|personeel|opleiding|opleidingen|gebouw|religie|zingeving|bibliotheek|taal|advies|intern|extern|externen|partners|zorgpartners|goede doelen|fondsen)$/
