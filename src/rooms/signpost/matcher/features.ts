import { partsOf } from './compounds.ts'
import type { Fields } from './fields.ts'
import { meantBy, type Spelling } from './spelling.ts'
import { stem } from './stemmer.ts'
import { isGlue, wordsOf } from './text.ts'

/** One thing noticed in a text. Kinds: w a stem, f a field of meaning, b a pair, g letters, o any word, S and X signs. */
export type Feature = { key: string; weight: number; word: string }

/** What a reader knows about words; `seen` only saves time, it never changes an answer. */
export type Reader = {
  spelling: Spelling
  fields: Fields
  signs: Fields
  isPart: (piece: string) => boolean
  seen: Map<string, Reading>
}

type Reading = { stems: string[]; features: Feature[]; signs: string[] }

const most = 80

/** What a question is about: stems, parts of compounds, fields of meaning, pairs of words and letter groups. */
export function featuresOf(text: string, reader: Reader): Feature[] {
  const words = wordsOf(text).slice(0, most)
  return [...words.flatMap((word) => read(word, reader).features), ...pairsOf(words, reader)]
}

/** For safety the small words count too ("nobody", "never", "she"), and which signs stand together. */
export function signalFeaturesOf(text: string, reader: Reader): Feature[] {
  const words = wordsOf(text).slice(0, most)
  const small = [...new Set(words)].map((word) => ({ key: `o${stem(word)}`, weight: 0.5, word }))
  const signs = [
    ...new Set([...words.flatMap((word) => read(word, reader).signs), ...aboutNobody(words, reader)]),
  ].sort()
  return [...featuresOf(text, reader), ...small, ...togetherOf(signs), ...nearbyOf(words, reader)]
}

const pronouns = new Set(
  (
    'ik mij mijn mn me we wij ons onze hij zij ze hem haar hen hun ie zijn zn dr iemand niemand iedereen i my we our he ' +
    'she him her his they them their someone somebody nobody everyone who kid kids child children boy boys girl girls ' +
    'son daughter pupil pupils student students teacher leerlingen jongetje meid meiden joch gast vriendin vriendinnen'
  ).split(' '),
)
const people = new Set(['staff', 'family', 'stranger', 'peer', 'child'])

/** A rope that snapped, a dove locked in, a rabbit gone missing: a line in which there is nobody alarms less. */
function aboutNobody(words: string[], reader: Reader): string[] {
  const anybody = words.some((word) => pronouns.has(word) || read(word, reader).signs.some((sign) => people.has(sign)))
  return anybody ? [] : ['nobody']
}

function read(word: string, reader: Reader): Reading {
  const known = reader.seen.get(word)
  if (known) return known
  const reading = readingOf(word, meantBy(word, reader.spelling) ?? word, reader)
  if (reader.seen.size < 50_000) reader.seen.set(word, reading)
  return reading
}

function readingOf(word: string, meant: string, reader: Reader): Reading {
  const stems = stemsOf(meant)
  const parts = partsOf(meant, reader.isPart).flatMap(stemsOf)
  const all = [...new Set([...stems, ...parts])]
  const signs = all.flatMap((key) => reader.signs.get(key) ?? [])
  if (isGlue(word)) return { stems, features: [], signs }
  const sure = meant === word ? 1 : 0.8
  const weigh = (kind: string, key: string, weight: number): Feature => ({
    key: kind + key,
    weight: weight * sure,
    word,
  })
  const fields = new Set(all.flatMap((key) => reader.fields.get(key) ?? []))
  const features = [
    ...stems.map((key, nth) => weigh('w', key, nth ? 0.5 : 1)),
    ...all.filter((key) => !stems.includes(key)).map((key) => weigh('w', key, 0.6)),
    ...[...fields].map((field) => weigh('f', field, 0.7)),
    ...lettersOf(word),
  ]
  return { stems, features, signs }
}

/** "struikelt" counts as itself and as "struikel", "gepest" also as "pest". */
export function stemsOf(word: string): string[] {
  const first = stem(word)
  const bare = /^ge.{3,}(d|t|en)$/.test(word) ? stem(word.slice(2)) : first
  const spoken = bare.length > 4 && /([^aeiou]|[aeiou]{2}|kk|ll|pp|mm|nn)t$/.test(bare)
  return [...new Set([first, bare, spoken ? stem(bare.slice(0, -1)) : bare])]
}

function pairsOf(words: string[], reader: Reader): Feature[] {
  const stems = words.map((word) => read(word, reader).stems[0] ?? word)
  return words.slice(1).map((word, at) => {
    const weight = isGlue(words[at] ?? '') && isGlue(word) ? 0.35 : 0.6
    return { key: `b${stems[at]} ${stems[at + 1]}`, weight, word: `${words[at]} ${word}` }
  })
}

function lettersOf(word: string): Feature[] {
  const text = `^${word}$`
  const sizes = [3, 4, 5]
  return sizes.flatMap((size) =>
    Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => ({
      key: `g${text.slice(at, at + size)}`,
      weight: 0.3,
      word,
    })),
  )
}

const somebody = new Set(
  'hij zij ze hem haar ie kind leerling jongen meisje kleuter zoon dochter klasgenoot'.split(' '),
)

/** Who it is about matters less than what kind of person: "vader" and "opa" read the same here. */
function kindOf(word: string, reader: Reader): string {
  const { stems, signs } = read(word, reader)
  const first = stems[0] ?? word
  if (somebody.has(first)) return 'CHILD'
  return signs.find((sign) => sign === 'staff' || sign === 'family' || sign === 'stranger')?.toUpperCase() ?? first
}

/** Two words at most three apart, in their order, glue and all: "CHILD … FAMILY", "op … schoot". */
function nearbyOf(words: string[], reader: Reader): Feature[] {
  const kinds = words.map((word) => kindOf(word, reader))
  return kinds.flatMap((one, at) =>
    kinds.slice(at + 1, at + 4).map((two, gap) => ({ key: `k${one} ${two}`, weight: 0.5 / (1 + gap / 2), word: '' })),
  )
}

function togetherOf(signs: string[]): Feature[] {
  const alone = signs.map((sign) => ({ key: `S${sign}`, weight: 1.2, word: '' }))
  const pairs = signs.flatMap((one, at) =>
    signs.slice(at + 1).map((two) => ({ key: `X${one} ${two}`, weight: 1, word: '' })),
  )
  return [...alone, ...pairs]
}
