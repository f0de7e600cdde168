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
  const asked = weighed(features, model)
  const phrases = model.phrases.get(topic) ?? []
  const scored = phrases.map((phrase) => ({ phrase, score: likeness(asked, keysOf(phrase, model)) }))
  return scored.reduce((best, one) => (one.score > best.score ? one : best), { phrase: phrases[0] ?? '', score: 0 })
    .phrase
}

const keys = new WeakMap<Model, Map<string, Map<string, number>>>()

function keysOf(phrase: string, model: Model): Map<string, number> {
  const known = keys.get(model) ?? new Map<string, Map<string, number>>()
  keys.set(model, known)
  const found = known.get(phrase) ?? weighed(featuresOf(phrase, model.reader), model)
  known.set(phrase, found)
  return found
}

function weighed(features: Feature[], { topics }: Model): Map<string, number> {
  const words = features.filter(({ key }) => key[0] !== 'g')
  return new Map(words.map(({ key, weight }) => [key, weight * (topics.idf[topics.ids.get(key) ?? -1] ?? 0)]))
}

function likeness(asked: Map<string, number>, phrase: Map<string, number>): number {
  let shared = 0
  for (const [key, weight] of phrase) shared += weight * (asked.get(key) ?? 0)
  return shared / (Math.hypot(...phrase.values()) || 1)
}
