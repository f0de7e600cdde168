import { inflateRawSync } from 'node:zlib'

export type Unzipped =
  | { ok: true; files: Map<string, Uint8Array>; names: string[] }
  | { ok: false; because: 'broken' | 'too-large' | 'password' }

type Entry = { name: string; flags: number; method: number; packed: number; at: number }
type Wish = { wanted: (name: string) => boolean; limit: number }

/** Unpacks the wanted entries in memory and stops at the limit, whatever sizes the zip claims to have. */
export function unzip(bytes: Uint8Array, { wanted, limit }: Wish): Unzipped {
  const entries = directory(bytes)
  if (!entries) return { ok: false, because: 'broken' }
  const files = new Map<string, Uint8Array>()
  let room = limit
  for (const entry of entries.filter(({ name }) => wanted(name))) {
    if (entry.flags & 1) return { ok: false, because: 'password' }
    const content = unpack(bytes, entry, room)
    if (content === 'broken' || content === 'too-large') return { ok: false, because: content }
    room -= content.length
    files.set(entry.name, content)
  }
  return { ok: true, files, names: entries.map(({ name }) => name) }
}

function directory(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let number = 0; number < count; number++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const length = view.getUint16(at + 28, true)
    entries.push({
      name: NAME.decode(bytes.subarray(at + 46, at + 46 + length)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return undefined
}

function unpack(bytes: Uint8Array, entry: Entry, room: number): Uint8Array | 'broken' | 'too-large' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) return 'broken'
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  if (from + entry.packed > bytes.length) return 'broken'
  const packed = bytes.subarray(from, from + entry.packed)
  if (entry.method === 0) return packed.length > room ? 'too-large' : packed
  return entry.method === 8 ? inflate(packed, room) : 'broken'
}

function inflate(packed: Uint8Array, room: number): Uint8Array | 'broken' | 'too-large' {
  if (room <= 0) return 'too-large'
  try {
    return inflateRawSync(packed, { maxOutputLength: room })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken'
  }
}

const NAME = new TextDecoder('utf-8')
