import { findSeparator, parseSeparated } from './csv.ts'
import { decode } from './encoding.ts'
import { LIMITS, type Reading, type Refusal } from './sheet.ts'
import { unguard } from './write.ts'
import { openXlsx } from './xlsx.ts'

/** CSV, pasted text or a workbook to rows of text. Never throws: what cannot be read comes back as a code. A CSV is called after its file. */
export async function readSheet(bytes: Uint8Array, fileName = ''): Promise<Reading> {
  if (bytes.length > LIMITS.bytes) return { ok: false, because: 'too-large' }
  if (bytes.length === 0) return { ok: false, because: 'empty' }
  const foreign = foreignKind(bytes)
  if (foreign) return { ok: false, because: foreign }
  if (!starts(bytes, 'PK\u0003\u0004') && !starts(bytes, 'PK\u0005\u0006')) return readText(bytes, fileName)
  const opened = openXlsx(bytes)
  if (!opened.ok) return opened
  return { ok: true, sheets: opened.sheets, encoding: 'xlsx', separator: '', oddities: [] }
}

/** The same for text that was pasted into a box. */
export const readPasted = (text: string): Promise<Reading> => readSheet(new TextEncoder().encode(`\ufeff${text}`))

function readText(bytes: Uint8Array, fileName: string): Reading {
  const { text, encoding } = decode(bytes)
  if (text.trim() === '') return { ok: false, because: 'empty' }
  if (isBinary(text)) return { ok: false, because: 'not-a-table' }
  if (/^\s*(<!doctype html|<html|<\?xml|<table|\{\\rtf)/i.test(text)) return { ok: false, because: 'not-a-table' }
  const separator = findSeparator(text)
  const { rows, oddities } = parseSeparated(text.replace(/^sep=./, ''), separator)
  if (isTooLarge(rows)) return { ok: false, because: 'too-large' }
  const shown = rows.map((row) => row.map(unguard))
  return { ok: true, sheets: [{ name: fileName, rows: shown, merged: [] }], encoding, separator, oddities }
}

function isTooLarge(rows: string[][]): boolean {
  return rows.length > LIMITS.rows || rows.some((row) => row.length > LIMITS.columns)
}

/** Two in a hundred signs that no keyboard makes: a picture, a sound, a program. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 20_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these signs are what we look for
  const odd = sample.match(/[\u0001-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0
  return odd > sample.length * 0.02
}

function foreignKind(bytes: Uint8Array): Refusal | undefined {
  if (starts(bytes, '\u00d0\u00cf\u0011\u00e0')) return has(bytes, 'EncryptedPackage') ? 'password' : 'old-xls'
  return FOREIGN.some((sign) => starts(bytes, sign)) ? 'not-a-table' : undefined
}

const starts = (bytes: Uint8Array, signs: string) => [...signs].every((sign, at) => bytes[at] === sign.charCodeAt(0))
const has = (bytes: Uint8Array, word: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(word, 0, 'utf16le')

const FOREIGN = [
  '%PDF',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'Rar!',
  '\u001f\u008b',
  '7z\u00bc\u00af',
  '\u007fELF',
  'MZ\u0090',
]
