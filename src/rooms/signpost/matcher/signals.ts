import { signalFeaturesOf } from './features.ts'
import { type Family, lexiconFlags } from './lexicon.ts'
import type { Model } from './model.ts'
import { scoresOf } from './scorer.ts'

/** How strongly a text speaks for one flag, above "nothing the matter". */
export type Signal = { flag: string; score: number }

/** A word of the list counts for this much; what stands around it can still make it harmless. */
const listed = 2

/** Recall first: a card is shown long before it is likely. Chosen on phrases left out of the teaching. */
export const threshold = 0

/** A second card joins only when it is nearly as likely as the first. */
const nearness = 3

export function signalsOf(text: string, model: Model, families: readonly Family[]): Signal[] {
  const scores = scoresOf(signalFeaturesOf(text, model.reader), model.signals)
  const flags = lexiconFlags(text, families)
  return model.signals.classes
    .map((flag, at) => ({ flag, score: (scores[at] ?? 0) - (scores[0] ?? 0) + (flags.has(flag) ? listed : 0) }))
    .slice(1)
    .sort((one, two) => two.score - one.score)
}

export function shownOf(signals: Signal[]): string[] {
  const top = signals[0]?.score ?? 0
  const near = signals.filter(({ score }) => score > threshold && score > top - nearness)
  return near.slice(0, 2).map(({ flag }) => flag)
}
