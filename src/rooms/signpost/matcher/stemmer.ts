import { irregular } from './irregular.ts'

/**
 * A Dutch stem after the Snowball rules (Porter), with two of our own: diminutives lose their tail, and strong verbs
 * come from a table. The point is not a pretty stem but the same stem for words that belong together.
 */
export function stem(word: string): string {
  const known = irregular.get(word)
  if (known) return known
  if (word.length < 4 || /\d/.test(word)) return word
  return unmark(stemMarked(mark(withoutDiminutive(word))))
}

function stemMarked(word: string): string {
  const r1 = Math.max(3, regionAfter(word, 0))
  const r2 = regionAfter(word, regionAfter(word, 0))
  const first = dropEnding(word, r1)
  const second = dropE(first, r1)
  const third = dropHeid(second.word, r1, r2)
  return undoubleVowel(dropSuffix(third, r1, r2, second.dropped))
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiouy'.includes(letter)

/** y and i that sound like a consonant are written as capitals while we work. */
function mark(word: string): string {
  return word.replace(/^y|(?<=[aeiou])y/g, 'Y').replace(/(?<=[aeiouy])i(?=[aeiouy])/g, 'I')
}

const unmark = (word: string): string => word.toLowerCase()

function regionAfter(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at++) {
    if (!isVowel(word[at]) && isVowel(word[at - 1])) return at + 1
  }
  return word.length
}

/** straatje, huisjes, raampje, kettinkje, bolletje */
function withoutDiminutive(word: string): string {
  const bare = word.replace(/jes$/, 'je')
  if (!bare.endsWith('je') || bare.length < 6) return word
  if (/[aeiou]([bdglmnpr])\1etje$/.test(bare)) return bare.slice(0, -5)
  if (/inkje$/.test(bare)) return `${bare.slice(0, -3)}g`
  if (/mpje$/.test(bare)) return bare.slice(0, -3)
  if (/(aa|ee|oo|uu)tje$/.test(bare)) return bare.slice(0, -2)
  if (/[aeiouyjwlnr]tje$/.test(bare)) return bare.slice(0, -3)
  return bare.slice(0, -2)
}

const undouble = (word: string): string =>
  /(kk|dd|tt|ll|pp|ss|mm|nn|rr|ff|gg|bb)$/.test(word) ? word.slice(0, -1) : word

function dropEn(word: string, suffix: string, r1: number): string {
  const cut = word.length - suffix.length
  const rest = word.slice(0, cut)
  return cut >= r1 && !isVowel(rest.at(-1)) && !rest.endsWith('gem') ? undouble(rest) : word
}

/** "fietsen" loses its -en and then, like "fiets", its -s: otherwise the two would part ways. */
function dropEnding(word: string, r1: number): string {
  if (word.endsWith('heden')) return word.length - 5 >= r1 ? `${word.slice(0, -5)}heid` : word
  if (word.endsWith('ene')) return dropS(dropEn(word, 'ene', r1), r1)
  if (word.endsWith('en')) return dropS(dropEn(word, 'en', r1), r1)
  return dropS(word, r1)
}

function dropS(word: string, r1: number): string {
  const s = word.endsWith('se') ? 2 : word.endsWith('s') ? 1 : 0
  const before = word.at(-s - 1)
  return s && word.length - s >= r1 && !isVowel(before) && before !== 'j' ? word.slice(0, -s) : word
}

function dropE(word: string, r1: number): { word: string; dropped: boolean } {
  const drops = word.endsWith('e') && word.length - 1 >= r1 && !isVowel(word.at(-2))
  return drops ? { word: undouble(word.slice(0, -1)), dropped: true } : { word, dropped: false }
}

function dropHeid(word: string, r1: number, r2: number): string {
  if (!word.endsWith('heid') || word.length - 4 < r2 || word.at(-5) === 'c') return word
  const rest = word.slice(0, -4)
  return rest.endsWith('en') ? dropEn(rest, 'en', r1) : rest
}

function dropSuffix(word: string, r1: number, r2: number, droppedE: boolean): string {
  const cut = (length: number): boolean => word.length - length >= r2
  if (/(end|ing)$/.test(word)) return cut(3) ? dropIgAfter(word.slice(0, -3), r2) : word
  if (word.endsWith('ig')) return cut(2) && word.at(-3) !== 'e' ? word.slice(0, -2) : word
  if (word.endsWith('lijk')) return cut(4) ? dropE(word.slice(0, -4), r1).word : word
  if (word.endsWith('baar')) return cut(4) ? word.slice(0, -4) : word
  if (word.endsWith('bar')) return cut(3) && droppedE ? word.slice(0, -3) : word
  return word
}

function dropIgAfter(word: string, r2: number): string {
  const ig = word.endsWith('ig') && word.length - 2 >= r2 && word.at(-3) !== 'e'
  return ig ? word.slice(0, -2) : undouble(word)
}

function undoubleVowel(word: string): string {
  return word.replace(/([^aeiouyI])([aeou])\2([^aeiouyI])$/, '$1$2$3')
}
