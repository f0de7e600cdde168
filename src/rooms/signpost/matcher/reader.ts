import { maybeHas } from '#kit/text/bloom.ts'
import type { Reader } from './features.ts'
import { type Fields, fieldOf } from './fields.ts'
import { spellingOf } from './spelling.ts'
import { isGlue, wordsOf } from './text.ts'

export function readerOf(
  counts: ReadonlyMap<string, number>,
  dutch: Uint8Array,
  fields: Fields,
  signs: Fields,
): Reader {
  const isPart = (piece: string): boolean => {
    const count = counts.get(piece) ?? 0
    return count > (piece.length > 3 ? 0 : 2) && !isGlue(piece) && maybeHas(dutch, piece)
  }
  return { spelling: spellingOf(counts, dutch), fields, signs, isPart, seen: new Map() }
}

/** Every word the texts and fields hold, with how often: what a typing error is measured against. */
export function countsOf(texts: readonly string[], fields: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  const words = [...texts.flatMap(wordsOf), ...fields.flatMap((line) => fieldOf(line)[1])]
  for (const word of words) counts.set(word, Math.min(90, (counts.get(word) ?? 0) + 1))
  return counts
}
