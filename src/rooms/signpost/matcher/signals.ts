import { signalFeaturesOf } from './features.ts'
import { type Family, lexiconFlags } from './lexicon.ts'
import type { Model } from './model.ts'
import { scoresOf } from './scorer.ts'

/** How strongly a text speaks for one flag, above "nothing the matter". */
export type Signal = { flag: string; score: number }

/** A word of the list counts for this much; what stands around it can still make it harmless. */
const listed = 0.5

/**
 * Recall first: a card is shown long before it is likely. Where the text is plainly about something ordinary, a signal
 * must speak up for itself. Both chosen on phrases left out of the teaching: of those, this shows a third fewer cards
 * on harmless ones and misses no signal more.
 */
const threshold = { usual: -1, ordinary: 4 }

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

/** `ordinary`: the topic is sure, and has nothing to do with safety. */
export function shownOf(signals: Signal[], ordinary = false): string[] {
  const top = signals[0]?.score ?? 0
  if (top <= (ordinary ? threshold.ordinary : threshold.usual)) return []
  const near = signals.filter(({ score }) => score > top - nearness)
  return near.slice(0, 2).map(({ flag }) => flag)
}
