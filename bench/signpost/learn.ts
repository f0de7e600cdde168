import type { Feature } from '../../src/rooms/signpost/matcher/features.ts'
import { type Scorer, type Vector, vectorOf } from '../../src/rooms/signpost/matcher/scorer.ts'

/** A text, the class it belongs to, and how much it weighs. */
export type Example = { features: Feature[]; at: number; weight: number }

export type Settings = {
  rounds: number
  rate: number
  decay: number
  drop: number
  seeds: number[]
  bayes: number
  least: (kind: string) => number
}

/** A scorer that still knows its keys. */
export type Learned = Scorer & { ids: Map<string, number> }

type Data = { vectors: Vector[]; examples: Example[]; size: number; width: number }

/** Softmax regression (several seeds, averaged) plus complement naive Bayes, folded into one table of small numbers. */
export function learn(examples: Example[], classes: string[], settings: Settings): Learned {
  const { ids, idf } = vocabularyOf(examples, settings.least)
  const vectors = examples.map((example) => vectorOf(example.features, ids, idf))
  const data: Data = { vectors, examples, size: ids.size, width: classes.length }
  const weights = bayes(data, settings.bayes)
  const bias = new Float32Array(classes.length)
  for (const seed of settings.seeds) addRegression(data, settings, seed, weights, bias)
  return { classes, ids, idf, bias, ...squeezed(weights, ids.size, classes.length) }
}

function vocabularyOf(examples: Example[], least: (kind: string) => number) {
  const counts = new Map<string, number>()
  for (const { features } of examples) {
    for (const key of new Set(features.map((feature) => feature.key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const kept = [...counts].filter(([key, count]) => count >= least(key[0] ?? ''))
  const ids = new Map(kept.map(([key], id) => [key, id]))
  return { ids, idf: Float32Array.from(kept, ([, count]) => Math.log(1 + examples.length / count)) }
}

function bayes({ vectors, examples, size, width }: Data, share: number): Float32Array {
  const alpha = 0.05
  const own = new Float64Array(size * width)
  const totals = new Float64Array(width)
  const all = new Float64Array(size)
  vectors.forEach(({ ids, values }, nth) => {
    const { at, weight } = examples[nth] ?? { at: 0, weight: 0 }
    ids.forEach((id, place) => {
      const value = (values[place] ?? 0) * weight
      own[id * width + at] = (own[id * width + at] ?? 0) + value
      totals[at] = (totals[at] ?? 0) + value
      all[id] = (all[id] ?? 0) + value
    })
  })
  const sum = totals.reduce((one, two) => one + two, 0)
  return Float32Array.from(own, (mine, place) => {
    const at = place % width
    const rest = (all[Math.floor(place / width)] ?? 0) - mine
    const here = (mine + alpha) / ((totals[at] ?? 0) + alpha * size)
    return share * Math.log(here / ((rest + alpha) / (sum - (totals[at] ?? 0) + alpha * size)))
  })
}

/** Adagrad over shuffled examples; a part of what is noticed is hidden each time, so that no single word decides. */
function addRegression(data: Data, settings: Settings, seed: number, into: Float32Array, biasInto: Float32Array): void {
  const { vectors, examples, size, width } = data
  const weights = new Float32Array(size * width)
  const speed = new Float32Array(size * width).fill(1e-3)
  const bias = new Float32Array(width)
  const chance = chanceOf(seed)
  const order = examples.map((_, nth) => nth)
  const z = new Float64Array(width)
  for (let round = 0; round < settings.rounds; round++) {
    shuffle(order, chance)
    for (const nth of order) {
      const vector = hidden(vectors[nth] as Vector, settings.drop, chance)
      const { at, weight } = examples[nth] as Example
      errorsOf(vector, weights, bias, z, at, weight)
      step(vector, weights, speed, z, settings)
      for (let k = 0; k < width; k++) bias[k] = bias[k]! - 0.05 * z[k]!
    }
  }
  const share = 1 / settings.seeds.length
  for (let place = 0; place < into.length; place++) into[place] = into[place]! + share * weights[place]!
  for (let k = 0; k < width; k++) biasInto[k] = biasInto[k]! + share * bias[k]!
}

function hidden(vector: Vector, drop: number, chance: () => number): Vector {
  const keep = Array.from(vector.ids, () => chance() >= drop)
  return { ids: vector.ids.filter((_, nth) => keep[nth]), values: vector.values.filter((_, nth) => keep[nth]) }
}

function errorsOf(
  { ids, values }: Vector,
  weights: Float32Array,
  bias: Float32Array,
  z: Float64Array,
  at: number,
  weight: number,
): void {
  const width = bias.length
  z.set(bias)
  for (let nth = 0; nth < ids.length; nth++) {
    const start = ids[nth]! * width
    const value = values[nth]!
    for (let k = 0; k < width; k++) z[k] = z[k]! + weights[start + k]! * value
  }
  const top = Math.max(...z)
  let sum = 0
  for (let k = 0; k < width; k++) sum += z[k] = Math.exp(z[k]! - top)
  for (let k = 0; k < width; k++) z[k] = weight * (z[k]! / sum - (k === at ? 1 : 0))
}

function step(
  { ids, values }: Vector,
  weights: Float32Array,
  speed: Float32Array,
  z: Float64Array,
  settings: Settings,
) {
  const width = z.length
  for (let nth = 0; nth < ids.length; nth++) {
    const start = ids[nth]! * width
    const value = values[nth]!
    for (let k = 0; k < width; k++) {
      const place = start + k
      const slope = z[k]! * value + settings.decay * weights[place]!
      speed[place] = speed[place]! + slope * slope
      weights[place] = weights[place]! - (settings.rate * slope) / Math.sqrt(speed[place]!)
    }
  }
}

/** What pulls less than this (of 127) is left out: it hardly counts, and nothing takes no room. */
const faint = 20

/** Rows of whole numbers from -127 to 127 with one scale each. */
function squeezed(weights: Float32Array, size: number, width: number) {
  const scales = new Float32Array(size)
  const small = new Int8Array(size * width)
  for (let id = 0; id < size; id++) {
    const row = weights.subarray(id * width, (id + 1) * width)
    const middle = row.reduce((sum, one) => sum + one, 0) / width
    const most = row.reduce((top, one) => Math.max(top, Math.abs(one - middle)), 1e-9)
    scales[id] = rough(most / 127)
    row.forEach((one, k) => {
      const whole = Math.round(((one - middle) * 127) / most)
      small[id * width + k] = Math.abs(whole) < faint ? 0 : whole
    })
  }
  return { scales, weights: small }
}

/** Eight binary digits are enough for a scale, and the file is a tenth smaller. */
function rough(scale: number): number {
  const step = 2 ** (Math.floor(Math.log2(scale)) - 7)
  return Math.round(scale / step) * step
}

export function chanceOf(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffle<T>(list: T[], chance: () => number): T[] {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const kept = list[last] as T
    list[last] = list[other] as T
    list[other] = kept
  }
  return list
}
