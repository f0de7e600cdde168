import { showNumber } from './cellvalue.ts'
import { LIMITS, type Merge, type Refusal, type Sheet } from './sheet.ts'
import { readWorkbook, unescapeCell, type Workbook } from './workbook.ts'
import { attribute, pieces } from './xml.ts'
import { unzip } from './zip.ts'

export type Opened = { ok: true; sheets: Sheet[] } | { ok: false; because: Refusal }

/**
 * A reader of our own (the test beside it shows why): read-excel-file refuses a whole workbook for one formula without a
 * stored value, unpacks without a limit, and drops merges and formats, which tell a house number 12-5 from a day.
 */
export function openXlsx(bytes: Uint8Array): Opened {
  const zip = unzip(bytes, { wanted: (name) => /\.(xml|rels)$/.test(name), limit: LIMITS.unpacked })
  if (!zip.ok) return zip
  const text = (path: string) => {
    const content = zip.files.get(path)
    return content && xmlText(content)
  }
  const book = readWorkbook(text)
  if (!book) return { ok: false, because: otherKind(zip.names) }
  const sheets: Sheet[] = []
  // A part of the file is one sheet, however often a workbook names it: else a small file is read for hours.
  const read = new Set<string>()
  const room = { cells: LIMITS.cells, pieces: LIMITS.pieces }
  for (const { name, path } of book.sheets) {
    if (read.has(path)) continue
    read.add(path)
    const sheet = readCells(text(path) ?? '', book, room)
    if (!sheet) return { ok: false, because: 'too-large' }
    sheets.push({ name, ...sheet })
  }
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  return filled.length > 0 ? { ok: true, sheets: filled } : { ok: false, because: 'empty' }
}

function otherKind(names: string[]): Refusal {
  if (names.includes('xl/workbook.bin')) return 'old-xls'
  const known = names.includes('content.xml') || names.some((name) => /^Index\/.*\.iwa$/.test(name))
  return known ? 'other-spreadsheet' : 'not-a-table'
}

type Cell = { row: number; column: number; type: string; style: number; value: string }

/** What a whole workbook may still hold. A cell far to the right counts for all before it: they are kept too. */
type Room = { cells: number; pieces: number }

function readCells(xml: string, book: Workbook, room: Room): Omit<Sheet, 'name'> | undefined {
  const rows: string[][] = []
  const merged: Merge[] = []
  let cell: Cell = { row: -1, column: -1, type: 'n', style: 0, value: '' }
  let row = -1
  let column = -1
  let keep = false
  let reading = false
  for (const piece of pieces(xml)) {
    if (--room.pieces < 0) return undefined
    if (piece.kind === 'text') {
      if (keep && !reading) cell.value += piece.text
      continue
    }
    const opens = piece.kind === 'open'
    if (piece.name === 'row' && opens) {
      row = numberOr(attribute(piece.attributes, 'r'), row + 2) - 1
      column = -1
    } else if (piece.name === 'c' && opens) {
      cell = startCell(piece.attributes, row, column)
      column = cell.column
      row = cell.row
    } else if (piece.name === 'v' || piece.name === 't') keep = opens && !piece.closed
    else if (piece.name === 'rPh') reading = opens && !piece.closed
    else if (piece.name === 'mergeCell' && opens && merged.length < LIMITS.merges)
      merged.push(...mergeOf(attribute(piece.attributes, 'ref') ?? ''))
    if (piece.name === 'c' && !opens) {
      const value = shown(cell, book)
      if (value === '') continue
      if (cell.row >= LIMITS.rows || cell.column >= LIMITS.columns) return undefined
      room.cells -= Math.max(1, cell.column + 1 - (rows[cell.row]?.length ?? 0))
      if (room.cells < 0) return undefined
      put(rows, cell, value)
    }
  }
  return { rows: Array.from(rows, (cells) => Array.from(cells ?? [], (value) => value ?? '')), merged }
}

function startCell(attributes: string, row: number, column: number): Cell {
  const place = address(attribute(attributes, 'r') ?? '') ?? { row: Math.max(row, 0), column: column + 1 }
  const type = attribute(attributes, 't') ?? 'n'
  return { ...place, type, style: numberOr(attribute(attributes, 's'), 0), value: '' }
}

function shown(cell: Cell, book: Workbook): string {
  const { type, value } = cell
  if (type === 's') return book.strings[Number(value)] ?? ''
  if (type === 'str' || type === 'inlineStr') return unescapeCell(value)
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : ''
  if (type === 'e') return '' // "#N/A" says nothing about anybody
  if (type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '')
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return ''
  return showNumber(number, book.formats[cell.style] ?? '', book.since1904)
}

function put(rows: string[][], { row, column }: Cell, value: string): void {
  const cells = rows[row] ?? []
  cells[column] = value
  rows[row] = cells
}

function mergeOf(ref: string): Merge[] {
  const [from, to] = ref.split(':').map(address)
  if (!from || !to) return []
  const bottom = Math.min(to.row, LIMITS.rows)
  return [{ top: from.row, left: from.column, bottom, right: Math.min(to.column, LIMITS.columns) }]
}

function address(ref: string): { row: number; column: number } | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref)
  if (!found) return undefined
  const column = [...(found[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(found[2]) - 1, column }
}

function numberOr(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : otherwise
}

function xmlText(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}
