import { featuresOf } from './features.ts'
import type { Model } from './model.ts'
import { chancesOf, scoresOf } from './scorer.ts'

export type Match = { topic: string; chance: number }

/** The table is surer of itself than it is right; this cools it. Fitted on phrases left out of the teaching. */
const cooling = 2.2

/** Every topic with its chance, best first, and whether any of the words were known at all. */
export function matchesOf(text: string, model: Model): { matches: Match[]; known: boolean; elsewhere: number } {
  const features = featuresOf(text, model.reader)
  const chances = chancesOf(scoresOf(features, model.topics).map((score) => score / cooling))
  const all = model.topics.classes.map((topic, at) => ({ topic, chance: chances[at] ?? 0 }))
  return {
    matches: all.filter(({ topic }) => topic !== 'elsewhere').sort((one, two) => two.chance - one.chance),
    known: features.some(({ key }) => key[0] !== 'g' && key[0] !== 'b' && model.topics.ids.get(key) !== undefined),
    elsewhere: all.find(({ topic }) => topic === 'elsewhere')?.chance ?? 0,
  }
}
