/** What every reader of tables hands on: text in rows, as somebody would see it on screen. */
export type Merge = { top: number; left: number; bottom: number; right: number }

/** `rows[0]` is line 1 of the file as a spreadsheet program numbers it; blank rows are kept so that this stays true. */
export type Sheet = { name: string; rows: string[][]; merged: Merge[] }

export type Oddity = { line: number; because: 'quote-never-closes' }

export type Refusal = 'empty' | 'too-large' | 'not-a-table' | 'broken' | 'old-xls' | 'other-spreadsheet' | 'password'

export type Encoding =
  | 'utf-8'
  | 'utf-8-bom'
  | 'utf-8-twice'
  | 'utf-16le'
  | 'utf-16be'
  | 'cp1252'
  | 'mac-roman'
  | 'mixed'
  | 'xlsx'

export type Separator = ';' | ',' | '\t' | '|' | 'spaces' | ''

export type Reading =
  | { ok: true; sheets: Sheet[]; encoding: Encoding; separator: Separator; oddities: Oddity[] }
  | { ok: false; because: Refusal }

export const LIMITS = {
  bytes: 10_000_000,
  unpacked: 80_000_000,
  rows: 100_000,
  columns: 500,
  cells: 1_000_000,
  merges: 20_000,
  /** Of XML: what opens, what closes and what stands between. */
  pieces: 8_000_000,
} as const
