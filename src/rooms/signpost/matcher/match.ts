import { featuresOf } from './features.ts'
import type { Model } from './model.ts'
import { chancesOf, scoresOf } from './scorer.ts'

export type Match = { topic: string; chance: number }

/** The table is surer of itself than it is right; this cools it. Fitted on phrases left out of the teaching. */
const cooling = 2.2

/** `harmless`: how likely it is that a text only sounds like a signal. The other chances do not feel it. */
export type Matches = { matches: Match[]; known: boolean; elsewhere: number; harmless: number }

/** Every topic with its chance, best first, and whether any of the words were known at all. */
export function matchesOf(text: string, model: Model): Matches {
  const features = featuresOf(text, model.reader)
  const chances = chancesOf(scoresOf(features, model.topics).map((score) => score / cooling))
  const chanceOf = (name: string): number => chances[model.topics.classes.indexOf(name)] ?? 0
  const harmless = chanceOf('harmless')
  const rest = 1 - harmless || 1
  const topics = model.topics.classes.filter((topic) => topic !== 'elsewhere' && topic !== 'harmless')
  return {
    matches: topics
      .map((topic) => ({ topic, chance: chanceOf(topic) / rest }))
      .sort((one, two) => two.chance - one.chance),
    known: features.some(({ key }) => key[0] !== 'g' && key[0] !== 'b' && model.topics.ids.get(key) !== undefined),
    elsewhere: chanceOf('elsewhere') / rest,
    harmless,
  }
}
