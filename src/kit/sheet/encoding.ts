import type { Encoding } from './sheet.ts'

export type Decoded = { text: string; encoding: Encoding }

/** Bytes to text, whatever program saved them. Never throws; a NUL, which no database takes, is dropped. */
export function decode(bytes: Uint8Array): Decoded {
  const { text, encoding } = decodeRaw(bytes)
  return { text: text.replaceAll('\0', ''), encoding }
}

function decodeRaw(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { ...decodeBytes(bytes.subarray(3)), encoding: 'utf-8-bom' }
  if (startsWith(bytes, 0xff, 0xfe)) return { text: utf16(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le' }
  if (startsWith(bytes, 0xfe, 0xff)) return { text: utf16(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be' }
  const wide = wideWithoutBom(bytes)
  if (wide) return { text: utf16(bytes, wide), encoding: wide }
  const decoded = decodeBytes(bytes)
  return decoded.encoding === 'utf-8' ? undoTwice(decoded.text) : decoded
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const whole = strictUtf8(bytes)
  if (whole !== undefined) return { text: whole, encoding: 'utf-8' }
  const single = looksLikeMac(bytes) ? MAC : CP1252
  if (single === CP1252 && !hasSequence(bytes)) return { text: windowsText(bytes), encoding: 'cp1252' }
  let wide = false
  const lines = splitLines(bytes).map((line) => {
    const { text, multi } = decodeLine(line, single)
    wide ||= multi
    return text
  })
  return { text: lines.join('\n'), encoding: wide ? 'mixed' : single === MAC ? 'mac-roman' : 'cp1252' }
}

function hasSequence(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => byte >= 0xc2 && byte < 0xf5 && sequence(bytes, at) > 1)
}

const windowsText = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => CP1252[sign.charCodeAt(0) - 0x80] ?? '')

/** A file pasted together from two programs has lines of two encodings, sometimes within one line. */
function decodeLine(bytes: Uint8Array, single: readonly string[]): { text: string; multi: boolean } {
  let text = ''
  let multi = false
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0
    const size = single === MAC ? 1 : sequence(bytes, at)
    if (byte < 0x80) text += String.fromCharCode(byte)
    else if (size > 1) text += UTF8.decode(bytes.subarray(at, at + size))
    else text += single[byte - 0x80]
    multi ||= size > 1
    at += size
  }
  return { text, multi }
}

/** The length of a well-formed UTF-8 sequence here, or 1. */
function sequence(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const size =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 1
  return size > 1 && strictUtf8(bytes.subarray(at, at + size)) !== undefined && at + size <= bytes.length ? size : 1
}

/** Old Mac files put é ë ï ö where Windows has signs that no word has between its letters. */
function looksLikeMac(bytes: Uint8Array): boolean {
  let mac = 0
  let windows = 0
  for (let at = 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80 || !isLetter(bytes[at - 1])) continue
    if (MAC_LETTERS.has(byte) && (byte !== 0x91 || isLetter(bytes[at + 1]))) mac++
    else if (byte >= 0xc0 || byte === 0x92) windows++
  }
  return mac > windows
}

function wideWithoutBom(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096)
  if (sample.length < 8) return undefined
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1
  })
  const half = sample.length / 2
  if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.2) return 'utf-16le'
  return zeros[0]! > half * 0.6 && zeros[1]! < half * 0.2 ? 'utf-16be' : undefined
}

/** "CafÃ©": UTF-8 that some program took for Windows text and saved as UTF-8 once more. */
function undoTwice(text: string): Decoded {
  let undone = 0
  const repaired = text.replace(TWICE, (odd) => {
    const bytes = Uint8Array.from(odd, (sign) => toCp1252(sign))
    const once = strictUtf8(bytes)
    if (once === undefined) return odd
    undone++
    return once
  })
  return undone > 0 ? { text: repaired, encoding: 'utf-8-twice' } : { text, encoding: 'utf-8' }
}

function toCp1252(sign: string): number {
  const at = CP1252.indexOf(sign)
  return at < 0 ? sign.charCodeAt(0) : at + 0x80
}

const utf16 = (bytes: Uint8Array, name: 'utf-16le' | 'utf-16be') => new TextDecoder(name).decode(bytes)

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes)
  } catch {
    return undefined
  }
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, at))
    from = at + 1
  }
  return [...lines, bytes.subarray(from)]
}

const startsWith = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign)
const isLetter = (byte = 0) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const latin1 = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at))

// Written out, because some versions of Node decode 'windows-1252' as latin-1.
const CP1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ', ...latin1(0xa0, 0xff)]
const MAC = [
  ...'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø',
  ...'¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
]
// á à â ä ç é è ê ë î ï ó ô ö ú û ü: those of them that are not a quote, dash or ellipsis in Windows.
const MAC_LETTERS = new Set([0x87, 0x88, 0x89, 0x8a, 0x8d, 0x8e, 0x8f, 0x90, 0x91, 0x95, 0x99, 0x9a, 0x9c, 0x9e, 0x9f])
const TWICE = /(?:[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€‚][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])/g
