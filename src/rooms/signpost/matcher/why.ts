import { type Feature, featuresOf } from './features.ts'
import type { Model } from './model.ts'
import { pullOf } from './scorer.ts'

export type Reason = { phrase: string; words: string[] }

/** The phrase of the bank that comes nearest, and the words of the question that pulled hardest towards the topic. */
export function reasonFor(text: string, topic: string, model: Model): Reason {
  const features = featuresOf(text, model.reader).filter(({ key }) => key[0] !== 'g')
  return { phrase: nearestPhrase(features, topic, model), words: pullingWords(features, topic, model) }
}

function pullingWords(features: Feature[], topic: string, model: Model): string[] {
  const at = model.topics.classes.indexOf(topic)
  const pulls = new Map<string, number>()
  for (const feature of features) {
    if (feature.key[0] === 'b') continue
    pulls.set(feature.word, (pulls.get(feature.word) ?? 0) + pullOf(feature, at, model.topics))
  }
  const strong = [...pulls].filter(([, pull]) => pull > 0).sort(([, one], [, two]) => two - one)
  return strong.slice(0, 4).map(([word]) => word)
}

function nearestPhrase(features: Feature[], topic: string, model: Model): string {
  const shelf = shelfOf(topic, model)
  const scores = new Float64Array(shelf.phrases.length)
  for (const [key, weight] of weighed(features, model))
    for (const { at, share } of shelf.found.get(key) ?? []) scores[at]! += weight * share
  const nearest = scores.reduce((best, score, at) => (score > (scores[best] ?? 0) ? at : best), 0)
  return shelf.phrases[nearest] ?? ''
}

/** The phrases of a topic, and which of them hold a key: how large its share is of what the whole phrase weighs. */
type Shelf = { phrases: readonly string[]; found: Map<string, { at: number; share: number }[]> }
const shelves = new WeakMap<Model, Map<string, Shelf>>()

/** Made at the first question about a topic: only the phrases that have a word of a question are then looked at. */
function shelfOf(topic: string, model: Model): Shelf {
  const known = shelves.get(model) ?? new Map<string, Shelf>()
  shelves.set(model, known)
  const shelf = known.get(topic) ?? madeShelf(model.phrases.get(topic) ?? [], model)
  known.set(topic, shelf)
  return shelf
}

function madeShelf(phrases: readonly string[], model: Model): Shelf {
  const found: Shelf['found'] = new Map()
  for (const [at, phrase] of phrases.entries()) {
    const weights = weighed(featuresOf(phrase, model.reader), model)
    const length = Math.hypot(...weights.values()) || 1
    for (const [key, weight] of weights) {
      const here = found.get(key) ?? []
      found.set(key, here)
      here.push({ at, share: weight / length })
    }
  }
  return { phrases, found }
}

function weighed(features: Feature[], { topics }: Model): Map<string, number> {
  const words = features.filter(({ key }) => key[0] !== 'g')
  return new Map(words.map(({ key, weight }) => [key, weight * (topics.idf[topics.ids.get(key) ?? -1] ?? 0)]))
}
