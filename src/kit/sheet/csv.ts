import type { Oddity, Separator } from './sheet.ts'

export type Parsed = { rows: string[][]; oddities: Oddity[] }

type Field = { value: string; next: number; unclosed?: boolean }

/** Text to rows. Forgiving: a quote that never closes is just a sign, and is told. */
export function parseSeparated(text: string, separator: Separator): Parsed {
  if (separator === 'spaces') return { rows: text.split(/\r\n|\n|\r/).map(splitOnSpaces), oddities: [] }
  const rows: string[][] = []
  const oddities: Oddity[] = []
  let row: string[] = []
  let at = 0
  const lost = new Set<number>()
  while (at <= text.length) {
    const field = readField(text, at, separator, lost)
    if (field.unclosed) oddities.push({ line: rows.length + 1, because: 'quote-never-closes' })
    row.push(field.value)
    at = field.next
    if (separator !== '' && text.startsWith(separator, at)) {
      at += separator.length
      continue
    }
    rows.push(row)
    row = []
    if (at >= text.length) break
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at === text.length) break
  }
  return { rows, oddities }
}

function readField(text: string, from: number, separator: string, lost: Set<number>): Field {
  let start = from
  while (text[start] === ' ') start++
  if (text[start] !== '"') return readPlain(text, from, separator)
  const quoted = readQuoted(text, start, separator, lost)
  return quoted ?? { ...readPlain(text, from, separator), unclosed: true }
}

function readPlain(text: string, from: number, separator: string): Field {
  let at = from
  while (at < text.length && !isEnd(text, at, separator)) at++
  return { value: text.slice(from, at), next: at }
}

/**
 * From one quote on the search for a closing one goes the same way whatever opened: `lost` remembers the quotes from which
 * nobody came to an end, so that a file of openings is not read through once for each.
 */
function readQuoted(text: string, start: number, separator: string, lost: Set<number>): Field | undefined {
  let value = ''
  let from = start + 1
  const passed: number[] = []
  const unclosed = () => {
    for (const quote of passed) lost.add(quote)
    return undefined
  }
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0 || lost.has(quote)) return unclosed()
    passed.push(quote)
    value += text.slice(from, quote)
    if (text[quote + 1] === '"') {
      value += '"'
      from = quote + 2
      continue
    }
    const end = skipSpaces(text, quote + 1)
    if (isEnd(text, end, separator)) return { value, next: end }
    // A lone quote right after a separator opens another cell: then the first one never closed.
    if (quote > start + 1 && isEnd(text, quote - 1, separator)) return unclosed()
    value += '"'
    from = quote + 1
  }
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (text[at] === ' ') at++
  return at
}

const isEnd = (text: string, at: number, separator: string) =>
  at >= text.length || text[at] === '\n' || text[at] === '\r' || (separator !== '' && text[at] === separator)

const splitOnSpaces = (line: string) => (line.trim() === '' ? [''] : line.trim().split(/ {2,}/))

/** The separator that cuts most lines into the same number of cells. */
export function findSeparator(text: string): Separator {
  const told = /^sep=(.)\r?\n/.exec(text)?.[1]
  const named = CANDIDATES.find((candidate) => candidate === told)
  if (named) return named
  const sample = text.slice(0, 65_536)
  const scored = CANDIDATES.map((separator) => ({ separator, score: evenness(parseSeparated(sample, separator).rows) }))
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  if (best.score > 0.3) return best.separator
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  const spaced = lines.filter((line) => /\S {2,}\S/.test(line))
  if (lines.length > 1 && spaced.length > lines.length / 2) return 'spaces'
  return best.score > 0 && best.separator !== ',' ? best.separator : ''
}

function evenness(rows: string[][]): number {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const counts = new Map<number, number>()
  for (const row of filled) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let best = 0
  for (const [width, times] of counts) {
    if (width > 1) best = Math.max(best, (times / filled.length) * (1 + Math.log2(width) / 4))
  }
  const cut = filled.filter((row) => row.length > 1).length / Math.max(filled.length, 1)
  return (best + cut) / 2
}

const CANDIDATES = ['\t', ';', '|', ','] as const
