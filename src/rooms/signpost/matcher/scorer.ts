import { hashOf } from '#kit/text/bloom.ts'
import type { Feature } from './features.ts'

/** From the key of a noticed thing to its row. */
export type Ids = { get: (key: string) => number | undefined }

/** A learned table: per noticed thing one small number per class, and how rare the thing is. */
export type Scorer = {
  classes: string[]
  ids: Ids
  idf: Float32Array
  weights: Int8Array
  scales: Float32Array
  bias: Float32Array
}

export type Vector = { ids: Int32Array; values: Float32Array }

/** How much letter groups weigh beside words. */
const letterShare = 0.6

/** Words together have length one, letters together a little less: a long story counts as much as one word. */
export function vectorOf(features: Feature[], ids: Ids, idf: Float32Array): Vector {
  const words = new Map<number, number>()
  const letters = new Map<number, number>()
  for (const { key, weight } of features) {
    const id = ids.get(key)
    if (id === undefined) continue
    const group = key[0] === 'g' ? letters : words
    group.set(id, (group.get(id) ?? 0) + weight * (idf[id] ?? 0))
  }
  const all = [...scaled(words, 1), ...scaled(letters, letterShare)]
  return { ids: Int32Array.from(all, ([id]) => id), values: Float32Array.from(all, ([, value]) => value) }
}

function scaled(group: Map<number, number>, share: number): [number, number][] {
  const length = Math.hypot(...group.values()) || 1
  return [...group].map(([id, value]) => [id, (share * value) / length])
}

export function scoresOf(features: Feature[], scorer: Scorer): Float64Array {
  const { ids, values } = vectorOf(features, scorer.ids, scorer.idf)
  const width = scorer.classes.length
  const scores = Float64Array.from(scorer.bias)
  ids.forEach((id, nth) => {
    const value = (values[nth] ?? 0) * (scorer.scales[id] ?? 0)
    for (let at = 0; at < width; at++) scores[at] = (scores[at] ?? 0) + value * (scorer.weights[id * width + at] ?? 0)
  })
  return scores
}

export function chancesOf(scores: Float64Array): number[] {
  const top = Math.max(...scores)
  const raised = Array.from(scores, (score) => Math.exp(score - top))
  const sum = raised.reduce((total, one) => total + one, 0)
  return raised.map((one) => one / sum)
}

/** How strongly one noticed thing speaks for one class. */
export function pullOf(feature: Feature, at: number, scorer: Scorer): number {
  const id = scorer.ids.get(feature.key)
  if (id === undefined) return 0
  const weight = (scorer.weights[id * scorer.classes.length + at] ?? 0) * (scorer.scales[id] ?? 0)
  return weight * feature.weight * (scorer.idf[id] ?? 0)
}

const seed = 97

export const hashesOf = (keys: string[]): Uint32Array => Uint32Array.from(keys, (key) => hashOf(key, seed))

/** The rows by the hash of their key: the keys themselves need not be kept, and nothing is built word by word. */
export function idsOf(hashes: Uint32Array): Ids {
  const size = 2 ** Math.ceil(Math.log2(hashes.length * 2 + 1))
  const slots = new Int32Array(size)
  for (let id = 0; id < hashes.length; id++) {
    let slot = (hashes[id] ?? 0) & (size - 1)
    while (slots[slot]) slot = (slot + 1) & (size - 1)
    slots[slot] = id + 1
  }
  return { get: (key) => find(hashOf(key, seed), hashes, slots) }
}

function find(hash: number, hashes: Uint32Array, slots: Int32Array): number | undefined {
  for (let slot = hash & (slots.length - 1); slots[slot]; slot = (slot + 1) & (slots.length - 1)) {
    const id = (slots[slot] ?? 0) - 1
    if (hashes[id] === hash) return id
  }
  return undefined
}
