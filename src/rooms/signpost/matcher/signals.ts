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
 * must speak up for itself. All chosen on phrases left out of the teaching; raised by 0.6 when the bank of signals grew
 * by so much more than the rest (1.8 times the odds that a line of the lessons is a signal).
 */
const threshold = { usual: -1.4, ordinary: 4.1 }

/** What only sounds like a signal must be louder, and what nothing speaks for may be softer. */
const likeness = { weight: 0.5, middle: 5 }

/** Which card is less sure than that there is one: a second one joins unless it is far behind. */
const nearness = 9

export function signalsOf(text: string, model: Model, families: readonly Family[]): Signal[] {
  const scores = scoresOf(signalFeaturesOf(text, model.reader), model.signals)
  const flags = lexiconFlags(text, families)
  return model.signals.classes
    .map((flag, at) => ({ flag, score: (scores[at] ?? 0) - (scores[0] ?? 0) + (flags.has(flag) ? listed : 0) }))
    .slice(1)
    .sort((one, two) => two.score - one.score)
}

/** `ordinary`: the topic is sure, and has nothing to do with safety. `harmless`: how likely it only sounds so. */
export function shownOf(signals: Signal[], { ordinary = false, harmless = 0 } = {}): string[] {
  const top = signals[0]?.score ?? 0
  const raised = likeness.weight * (logOdds(harmless) + likeness.middle)
  if (top <= (ordinary ? threshold.ordinary : threshold.usual) + raised) return []
  const near = signals.filter(({ score }) => score > top - nearness)
  return near.slice(0, 2).map(({ flag }) => flag)
}

function logOdds(chance: number): number {
  const held = Math.min(Math.max(chance, 0.001), 0.999)
  return Math.log(held / (1 - held))
}
