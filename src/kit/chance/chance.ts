/** Chance that falls the same way every time: what is drawn depends on the seed and on nothing else. */
export type Chance = {
  /** A whole number from 0 up to, not including, `n`. */
  below: (n: number) => number
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number
  /** True in `percent` out of a hundred draws. */
  falls: (percent: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** So many different ones, in the order they were drawn; all of them when there are no more. */
  some: <T>(from: readonly T[], many: number) => T[]
  uuid: () => string
}

export function chanceOf(seed: string): Chance {
  const next = sfc32(seed)
  const below = (n: number) => Math.floor((next() / 2 ** 32) * n)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    falls: (percent) => below(100) < percent,
    pick: (from) => from[below(from.length)]!,
    some(from, many) {
      const left = [...from]
      return Array.from({ length: Math.min(many, left.length) }, () => left.splice(below(left.length), 1)[0]!)
    },
    uuid: () => uuidOf([next(), next(), next(), next()]),
  }
}

/** A version 4 UUID of these bits. */
function uuidOf(words: readonly number[]): string {
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** “Small fast counter” by Chris Doty-Humphrey: public domain, passes PractRand, four words of state. */
function sfc32(seed: string): () => number {
  let [a, b, c, d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1]
  const next = () => {
    const sum = (a + b + d) >>> 0
    d = (d + 1) >>> 0
    a = (b ^ (b >>> 9)) >>> 0
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  return next
}

/** FNV-1a, begun differently for each word of state. */
function hash(text: string, salt: number): number {
  let value = (0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)) >>> 0
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value
}
