import { stem } from './stemmer.ts'
import { wordsOf } from './text.ts'

/** A family of signal words. "+ word" counts only beside a word of the same family without a plus. */
export type Family = { flag: string; family: string; words: string[] }

/** Which flags the word list points at. A family that has plus words needs one of each kind. */
export function lexiconFlags(text: string, families: readonly Family[]): Set<string> {
  const stems = ` ${wordsOf(text).map(stem).join(' ')} `
  const hit = (word: string): boolean => stems.includes(` ${wordsOf(word).map(stem).join(' ')} `)
  return new Set(families.filter((family) => hits(family, hit)).map((family) => family.flag))
}

function hits({ words }: Family, hit: (word: string) => boolean): boolean {
  const plus = words.filter((word) => word.startsWith('+'))
  const plain = words.filter((word) => !word.startsWith('+')).some(hit)
  return plain && (plus.length === 0 || plus.some((word) => hit(word.slice(1))))
}
