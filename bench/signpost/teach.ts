import { type Feature, featuresOf, type Reader, signalFeaturesOf } from '../../src/rooms/signpost/matcher/features.ts'
import { fieldsOf } from '../../src/rooms/signpost/matcher/fields.ts'
import type { Model } from '../../src/rooms/signpost/matcher/model.ts'
import { countsOf, readerOf } from '../../src/rooms/signpost/matcher/reader.ts'
import type { Bank } from './corpus.ts'
import { type Example, type Learned, learn, type Settings } from './learn.ts'

/** What the matcher is taught from. Validation leaves a part out. */
export type Lessons = {
  banks: Bank[]
  safety: Record<string, string[]>
  harmless: string[]
  /** Ordinary care and work: no signal, and often a topic, so it says nothing about topics. */
  ordinary: string[]
  elsewhere: string[]
  fields: string[]
  signs: string[]
  dutch: Uint8Array
}

export const cards = ['meldcode', 'acuut', 'meldplicht_bestuur', 'veiligheid_apart']

export type Taught = Omit<Model, 'hash' | 'names' | 'topics' | 'signals'> & { topics: Learned; signals: Learned }

/** Two of the four flags are the flag of exactly one topic, so their signals teach that topic as well. */
const sameAs: Record<string, string> = {
  vermoeden_medewerker: 'meldplicht_bestuur',
  online_incident: 'veiligheid_apart',
}

/** How often a thing must have been noticed to be learned: letters and pairs are many, and mostly chance. */
const least = (kind: string): number => ({ g: 4, b: 2, X: 2, k: 4 })[kind] ?? 1

export const topicSettings: Settings = { rounds: 12, rate: 0.4, decay: 1e-5, drop: 0.3, seeds: [7, 8], bayes: 1, least }
export const signalSettings: Settings = {
  rounds: 12,
  rate: 0.4,
  decay: 1e-5,
  drop: 0.3,
  seeds: [7, 8, 9, 10],
  bayes: 0.5,
  least,
}

export function taught(lessons: Lessons, topicsBy = topicSettings, signalsBy = signalSettings): Taught {
  const counts = wordCounts(lessons)
  const reader = readerOf(counts, lessons.dutch, fieldsOf(lessons.fields, false), fieldsOf(lessons.signs, true))
  const ids = [...lessons.banks.map((bank) => bank.id), 'elsewhere', 'harmless']
  return {
    topics: learn(topicExamples(lessons, reader), ids, topicsBy),
    signals: learn(signalExamples(lessons, reader), ['none', ...cards], signalsBy),
    reader,
    phrases: new Map(lessons.banks.map((bank) => [bank.id, [...bank.names, ...bank.phrases]])),
  }
}

export function wordCounts(lessons: Lessons): Map<string, number> {
  const { banks, safety, harmless, ordinary, elsewhere, fields, signs } = lessons
  const texts = [...banks.flatMap((bank) => [...bank.names, ...bank.phrases]), ...Object.values(safety).flat()]
  return countsOf([...texts, ...harmless, ...ordinary, ...elsewhere], [...fields, ...signs])
}

/** Harmless look-alikes are no topic, but they teach that a colleague, a film or a knife is mostly just that. */
function topicExamples({ banks, safety, harmless, elsewhere }: Lessons, reader: Reader): Example[] {
  const of = examplesWith((text) => featuresOf(text, reader))
  return [
    ...banks.flatMap((bank, at) => [
      ...of([...bank.names, ...bank.phrases], at, 1),
      ...of(safety[sameAs[bank.id] ?? ''] ?? [], at, 0.5),
    ]),
    ...of(elsewhere, banks.length, 1),
    ...of(harmless, banks.length + 1, 0.5),
  ]
}

function signalExamples({ banks, safety, harmless, ordinary, elsewhere }: Lessons, reader: Reader): Example[] {
  const of = examplesWith((text) => signalFeaturesOf(text, reader))
  return [
    ...cards.flatMap((flag, nth) => of(safety[flag] ?? [], nth + 1, 2)),
    ...banks.flatMap((bank) => of([...bank.names, ...bank.phrases], cards.indexOf(bank.flag) + 1, 1)),
    ...of([...harmless, ...ordinary, ...elsewhere], 0, 1),
  ]
}

const examplesWith = (see: (text: string) => Feature[]) => (texts: string[], at: number, weight: number) =>
  texts.map((text) => ({ features: see(text), at, weight }))
