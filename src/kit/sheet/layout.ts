import { LIMITS, type Sheet } from './sheet.ts'

/** A row that still knows its line in the file. */
export type Line = { line: number; cells: string[] }

export type Header = { row: number; depth: 1 | 2; heads: string[] }

/** "Tel./E-mail  " and "tel/e-mail" are one head. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@#+&]+/gu, ' ')
    .trim()
}

/** The row with most known heads, below whatever titles stand above it; undefined when the table has no heads. */
export function findHeader(sheet: Sheet, isKnown: (head: string) => boolean): Header | undefined {
  let best = { row: -1, known: 0 }
  sheet.rows.slice(0, 40).forEach((cells, row) => {
    const filled = cells.filter((cell) => cell.trim() !== '')
    const known = filled.filter(isKnown).length
    if (known > best.known && known >= Math.min(2, filled.length) && known >= filled.length / 3) best = { row, known }
  })
  if (best.row < 0 || (best.known < 2 && !standsAlone(sheet, best.row))) return undefined
  return withGroupHeads(sheet, best.row)
}

/** One known word is only a head when it is the first thing in the table. */
function standsAlone({ rows }: Sheet, row: number): boolean {
  const width = Math.max(...rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length))
  return width === 1 && rows.slice(0, row).every((cells) => cells.every((cell) => cell.trim() === ''))
}

/** A merged cell above the heads ("Contactpersoon" over "naam", "tel") belongs to each head below it. */
function withGroupHeads({ rows, merged }: Sheet, row: number): Header {
  const heads = (rows[row] ?? []).map((head) => head.trim())
  const groups = merged.filter((merge) => merge.top === row - 1 && merge.bottom === row - 1 && merge.right > merge.left)
  const narrow = groups.filter((group) => group.right - group.left + 1 < heads.length).slice(0, LIMITS.columns)
  for (const group of narrow) {
    const title = (rows[group.top]?.[group.left] ?? '').trim()
    for (let column = group.left; column <= group.right; column++)
      heads[column] = `${title} ${heads[column] ?? ''}`.trim()
  }
  return { row, depth: narrow.length > 0 ? 2 : 1, heads }
}

/** The rows below the header, merged cells filled in, blank rows left out, each with its own line. */
export function linesBelow(sheet: Sheet, header: Header | undefined): Line[] {
  const filled = fillMerged(sheet)
  return filled
    .map((cells, at) => ({ line: at + 1, cells }))
    .slice(header ? header.row + 1 : 0)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

/** A value that stands in a merged cell over several rows counts for each of these rows. */
function fillMerged({ rows, merged }: Sheet): string[][] {
  const filled = rows.map((cells) => [...cells])
  // Merged cells never lie over one another, so together they are never more than the sheet.
  let room = LIMITS.cells
  for (const { top, left, bottom } of merged) {
    const value = filled[top]?.[left] ?? ''
    for (let row = top + 1; row <= bottom && row < filled.length; row++) {
      room -= Math.max(1, left + 1 - (filled[row]?.length ?? 0))
      if (room < 0) return filled
      pad(filled[row], left, value)
    }
  }
  return filled
}

function pad(cells: string[] | undefined, at: number, value: string): void {
  if (!cells) return
  while (cells.length < at) cells.push('')
  cells[at] ||= value
}

/** "idem", '"' and the like take the value from the row above. */
export function fillIdem(lines: Line[]): Line[] {
  let above: string[] = []
  return lines.map(({ line, cells }) => {
    const filled = cells.map((cell, column) => (IDEM.test(cell.trim()) ? (above[column] ?? '') : cell))
    above = filled.map((cell, column) => (cell.trim() === '' ? (above[column] ?? '') : cell))
    return { line, cells: filled }
  })
}

const IDEM =
  /^(idem( dito)?|id\.?|dito|zie boven|zie hierboven|hetzelfde|zelfde|same|ditto|["”“„〃″]|''|,,|-\s*["”“„〃]\s*-)$/i

export type Shifted = Line & { by: number }

/** How well a cell suits a column: 1 suits, -1 does not, 0 nothing to say. */
export type Suits = (cell: string, column: number) => number

/** Puts back a row that slid one or two cells to the right: its values suit the columns they came from better. */
export function undoShift(lines: Line[], width: number, suits: Suits): Shifted[] {
  return lines.map(({ line, cells }) => {
    const leading = cells.findIndex((cell) => cell.trim() !== '')
    const stands = fit(cells, width, suits)
    let best = { by: 0, fit: stands }
    for (let by = 1; by <= Math.min(leading, 2); by++) {
      const moved = fit(cells.slice(by), width, suits)
      if (moved > best.fit + MARGIN) best = { by, fit: moved }
    }
    return { line, cells: cells.slice(best.by), by: best.by }
  })
}

// A row is moved only when that makes a clear difference.
const MARGIN = 0.4

function fit(cells: string[], width: number, suits: Suits): number {
  return cells.reduce((sum, cell, column) => {
    if (cell.trim() === '') return sum
    return sum + (column >= width ? -1 : suits(cell.trim(), column))
  }, 0)
}
