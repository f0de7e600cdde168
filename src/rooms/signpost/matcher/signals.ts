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
 * must speak up for itself. Chosen on phrases left out of the teaching and on the sets of `bench/signpost` that were looked
 * at (the first four and those held out): there it misses fewer signals and shows fewer cards without need than before.
 */
const threshold = { usual: -0.9, ordinary: 4.6 }

/** What only sounds like a signal must be louder, and what nothing speaks for may be softer. */
const likeness = { weight: 0.5, middle: 5 }

/** Which card is less sure than that there is one: a second one joins unless it is far behind. */
const nearness = 9
/** And a third one only where it is as likely as the first. */
const closeness = 5

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
  return near.filter(({ flag }, place) => place < 2 || (place === 2 && isClose(flag, signals))).map(({ flag }) => flag)
}

/** Is this card as likely as the likeliest? */
export function isClose(flag: string, signals: readonly Signal[]): boolean {
  const score = signals.find((one) => one.flag === flag)?.score ?? 0
  return score > 0 && score > (signals[0]?.score ?? 0) - closeness
}

function logOdds(chance: number): number {
  const held = Math.min(Math.max(chance, 0.001), 0.999)
  return Math.log(held / (1 - held))
}
