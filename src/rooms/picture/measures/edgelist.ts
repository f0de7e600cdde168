import { parseSeparated } from '#kit/sheet/csv.ts'
import type { Edge } from './graph.ts'

/** Why a line is left out, or what is odd about one that is kept. */
export type Because = 'no-source' | 'no-target' | 'no-weight' | 'bad-weight' | 'repeated' | 'quote'
export type Remark = { line: number; because: Because; said: string; kept: boolean }
export type EdgeList =
  | { ok: true; edges: Edge[]; remarks: Remark[] }
  | { ok: false; because: 'no-header' | 'no-weight-column' | 'header-twice'; said: string }

type Reading = { directed: boolean; weighted: boolean }
type Columns = { source: number; target: number; weight: number }

/** Reads `source,target[,weight]`, also with semicolons or tabs. What does not fit is told line by line; the rest counts. */
export function readEdges(text: string, reading: Reading): EdgeList {
  const clean = text.replace(/^\uFEFF/, '')
  const head = clean.slice(0, clean.search(/\r|\n|$/))
  const separator = ([',', ';', '\t'] as const).find((sign) => columnsOf(head.split(sign))) ?? ','
  const { rows, oddities } = parseSeparated(clean, separator)
  const names = (rows[0] ?? []).map(plain)
  const columns = columnsOf(names)
  if (!columns) return { ok: false, because: 'no-header', said: head.trim().slice(0, 80) }
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at)
  if (twice !== undefined && twice in columns) return { ok: false, because: 'header-twice', said: twice }
  if (reading.weighted && columns.weight < 0) return { ok: false, because: 'no-weight-column', said: head.trim() }
  const list = readRows(rows, columns, reading)
  const quotes = oddities.map(({ line }): Remark => ({ line, because: 'quote', said: '"', kept: true }))
  return { ok: true, ...list, remarks: [...quotes, ...list.remarks].sort((one, other) => one.line - other.line) }
}

const plain = (cell: string) => cell.trim().replace(/^"|"$/g, '').toLowerCase()

function columnsOf(cells: readonly string[]): Columns | undefined {
  const names = cells.map(plain)
  const [source, target, weight] = [names.indexOf('source'), names.indexOf('target'), names.indexOf('weight')]
  return source < 0 || target < 0 ? undefined : { source, target, weight }
}

function readRows(rows: readonly string[][], columns: Columns, { directed, weighted }: Reading) {
  const edges: Edge[] = []
  const remarks: Remark[] = []
  const known = new Map<string, number>()
  let line = 1 + newlinesIn(rows[0] ?? [])
  for (const row of rows.slice(1)) {
    line += 1
    const here = line
    line += newlinesIn(row)
    if (row.every((cell) => cell.trim() === '')) continue
    const read = readRow(row, columns, weighted)
    if ('because' in read) {
      remarks.push({ line: here, kept: false, ...read })
      continue
    }
    const pair = directed || read.source < read.target ? [read.source, read.target] : [read.target, read.source]
    const key = JSON.stringify(pair)
    const before = known.get(key)
    if (before !== undefined) remarks.push({ line: here, because: 'repeated', said: String(before), kept: true })
    known.set(key, here)
    edges.push(read)
  }
  return { edges, remarks }
}

const newlinesIn = (row: readonly string[]) => row.reduce((sum, cell) => sum + cell.split(/\r\n|\n|\r/).length - 1, 0)

function readRow(row: readonly string[], columns: Columns, weighted: boolean): Edge | Pick<Remark, 'because' | 'said'> {
  const [source, target] = [row[columns.source]?.trim() ?? '', row[columns.target]?.trim() ?? '']
  if (source === '') return { because: 'no-source', said: target }
  if (target === '') return { because: 'no-target', said: source }
  if (!weighted) return { source, target, weight: 1 }
  const said = row[columns.weight]?.trim() ?? ''
  if (said === '') return { because: 'no-weight', said }
  const weight = /^[+]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(said) ? Number(said.replace(',', '.')) : Number.NaN
  if (!Number.isFinite(weight) || weight <= 0) return { because: 'bad-weight', said: said.slice(0, 40) }
  return { source, target, weight }
}
