import { signalFeaturesOf } from './features.ts'
import { type Family, lexiconFlags } from './lexicon.ts'
import type { Model } from './model.ts'
import { scoresOf } from './scorer.ts'

/** How strongly a text speaks for one flag, above "nothing the matter". */
export type Signal = { flag: string; score: number }

/** A word of the list counts for this much; what stands around it can still make it harmless. */
const listed = 0.5

/** Recall first: a card is shown long before it is likely. Chosen on phrases left out of the teaching. */
const threshold = -0.5

/** Which card is less sure than that there is one: a second one joins unless it is far behind. */
const nearness = 7

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
  if (top <= threshold) return []
  const near = signals.filter(({ score }) => score > top - nearness)
  return near.slice(0, 2).map(({ flag }) => flag)
}
