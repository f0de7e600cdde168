import { fold } from '#kit/text/fold.ts'

/** Something one may look for: its names, and what else it is known by, in order of how telling that is. */
export type Findable = { names: readonly string[]; also: readonly string[]; about: readonly string[] }

const most = 12
const shortest = 2
/** What a word found in a name, beside it, or in what it is about costs. Low is near. */
const places = [0, 10, 20]

/** Those that every word of the wish points at, the nearest first; a letter too many or wrong is forgiven. */
export function findAmong<F extends Findable & { name: string }>(wish: string, all: readonly F[]): F[] {
  const asked = wordsOf(wish).slice(0, 6)
  if (!asked.some((word) => word.length >= shortest)) return []
  return all
    .map((one) => ({ one, far: distanceOf(asked, one) }))
    .filter(({ far }) => far < Infinity)
    .sort((a, b) => a.far - b.far || a.one.name.localeCompare(b.one.name, 'nl'))
    .slice(0, most)
    .map(({ one }) => one)
}

function distanceOf(asked: readonly string[], { names, also, about }: Findable): number {
  const known = [[...names, ...names.map(initialsOf)], also, about].map((texts) => texts.flatMap(wordsOf))
  let far = 0
  for (const word of asked)
    far += Math.min(...known.map((words, place) => nearest(word, words) + (places[place] ?? Infinity)))
  return far
}

const nearest = (word: string, words: readonly string[]) =>
  Math.min(Infinity, ...words.map((one) => farness(word, one)))

/** 0 the same, 1 how it begins, 2 somewhere in it, 3 and more: so many letters wrong. */
export function farness(asked: string, word: string): number {
  if (asked === word) return 0
  if (word.startsWith(asked)) return 1
  if (asked.length > 2 && word.includes(asked)) return 2
  const forgiven = asked.length > 6 ? 2 : asked.length > 3 ? 1 : 0
  if (!forgiven) return Infinity
  // Half a word may be typed wrong too: it is laid beside as much of the other.
  const wrong = Math.min(mistakes(asked, word, forgiven), mistakes(asked, word.slice(0, asked.length), forgiven))
  return wrong <= forgiven ? 2 + wrong : Infinity
}

/** Letters to add, leave out, change or swap to make one of the other; more than `enough` is not counted out. */
function mistakes(one: string, other: string, enough: number): number {
  if (Math.abs(one.length - other.length) > enough || lettersApart(one, other) > enough) return Infinity
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const steps = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same]
      next.push(Math.min(...steps, swapped ? (before[j - 2] ?? 0) + 1 : Infinity))
    }
    ;[before, row] = [row, next]
  }
  return row[other.length] ?? Infinity
}

const tally = new Int16Array(64)
/** At least so many mistakes: letters of either that the other has not. Most words are far apart, and this is soon counted. */
function lettersApart(one: string, other: string): number {
  tally.fill(0)
  for (let i = 0; i < one.length; i++) tally[one.charCodeAt(i) & 63]! += 1
  for (let i = 0; i < other.length; i++) tally[other.charCodeAt(i) & 63]! -= 1
  let [more, less] = [0, 0]
  for (const count of tally)
    if (count > 0) more += count
    else less -= count
  return Math.max(more, less)
}

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** “Centrum voor Jeugd en Gezin” is called CJG, and CVJEG by nobody: small words do not count. */
function initialsOf(name: string): string {
  const words = wordsOf(name).filter((word) => !between.has(word))
  return words.length > 1 ? words.map((word) => word[0]).join('') : ''
}
const between = new Set(['voor', 'en', 'de', 'het', 'van', 'der', 'den', 'in', 'op', 'aan', 'and', 'of', 'the', 'for'])
