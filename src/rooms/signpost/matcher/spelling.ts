import { maybeHas } from '#kit/text/bloom.ts'

/** The words the matcher was taught, found quickly by how they begin or end. */
export type Spelling = {
  words: ReadonlyMap<string, number>
  shapes: () => ReadonlyMap<string, string[]>
  dutch: Uint8Array
}

export function spellingOf(words: ReadonlyMap<string, number>, dutch: Uint8Array): Spelling {
  let shapes: ReadonlyMap<string, string[]> | undefined
  const known = (): ReadonlyMap<string, string[]> => {
    shapes ??= shapesIn(words)
    return shapes
  }
  return { words, shapes: known, dutch }
}

/** Built when the first odd word comes by. */
function shapesIn(words: ReadonlyMap<string, number>): ReadonlyMap<string, string[]> {
  const shapes = new Map<string, string[]>()
  for (const word of words.keys()) {
    if (word.length < 4) continue
    for (const key of shapesOf(word, word.length)) addTo(shapes, key, word)
  }
  return shapes
}

function addTo(shapes: Map<string, string[]>, key: string, word: string): void {
  const known = shapes.get(key)
  if (known) known.push(word)
  else shapes.set(key, [word])
}

/**
 * What somebody probably meant to type. A word we were taught stays as it is; a Dutch word we were not taught is
 * hardly ever a mistake, so only its nearest sound-alike counts.
 */
export function meantBy(word: string, spelling: Spelling): string | undefined {
  if (word.length < 4 || spelling.words.has(word) || /\d/.test(word)) return undefined
  if (maybeHas(spelling.dutch, word)) return undefined
  return nearest(word, candidatesFor(word, spelling), word.length >= 8 ? 2 : 1, spelling)
}

function shapesOf(word: string, length: number): string[] {
  return [`${word.slice(0, 2)}-${length}`, `-${word.slice(-2)}${length}`]
}

function candidatesFor(word: string, { shapes }: Spelling): Set<string> {
  const found = new Set<string>()
  const known = shapes()
  for (let length = word.length - 2; length <= word.length + 2; length++) {
    for (const key of shapesOf(word, length)) for (const one of known.get(key) ?? []) found.add(one)
  }
  return found
}

function nearest(word: string, candidates: Set<string>, most: number, { words }: Spelling): string | undefined {
  let best: { word: string; cost: number } | undefined
  for (const candidate of candidates) {
    const steps = soundsLike(candidate) === soundsLike(word) ? 0.5 : distance(word, candidate, most)
    const cost = steps - Math.min(0.4, (words.get(candidate) ?? 0) / 50)
    if (steps <= most && (!best || cost < best.cost)) best = { word: candidate, cost }
  }
  return best?.word
}

/** "ij" and "ei", "au" and "ou", d and t at the end: to the ear the same. */
export function soundsLike(word: string): string {
  return word
    .replace(/ij|ei|y/g, 'Y')
    .replace(/au|ou/g, 'W')
    .replace(/dt$|d$/, 't')
    .replace(/ch/g, 'g')
    .replace(/c(?=[aouklrt])|k/g, 'k')
    .replace(/sch|sg/g, 'sg')
    .replace(/z/g, 's')
    .replace(/v/g, 'f')
    .replace(/ie/g, 'i')
    .replace(/(.)\1/g, '$1')
}

/** Damerau-Levenshtein (swapped neighbours count once), given up as soon as it costs more than allowed. */
export function distance(one: string, two: string, most: number): number {
  if (Math.abs(one.length - two.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: two.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= two.length; j++) next.push(step(one, two, i, j, before, row, next))
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[two.length] ?? most + 1
}

function step(one: string, two: string, i: number, j: number, before: number[], row: number[], next: number[]): number {
  const same = one[i - 1] === two[j - 1] ? 0 : 1
  const cheapest = Math.min((row[j] ?? 99) + 1, (next[j - 1] ?? 99) + 1, (row[j - 1] ?? 99) + same)
  const swapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]
  return swapped ? Math.min(cheapest, (before[j - 2] ?? 99) + 1) : cheapest
}
