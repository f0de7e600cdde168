import { crowd } from './crowd.ts'

/** Lines as pairs of places: from, to, from, to. */
export type Net = { count: number; lines: Int32Array }

/**
 * Gives every point a place: all push one another away, lines pull, and a little gravity keeps islands near. The same
 * net always gets the same places. `tell` hears how it goes, a few times.
 */
export function layOut({ count, lines }: Net, rounds: number, tell?: (places: Float32Array) => void): Float32Array {
  const places = spiral({ count, lines })
  const moves = new Float32Array(2 * count)
  const mass = new Float32Array(count).fill(1)
  for (const end of lines) mass[end]! += 1
  const wide = Math.sqrt(count)
  for (let round = 0; round < rounds; round++) {
    const heat = 0.25 * wide * (1 - round / rounds) ** 1.5 + 0.01
    moves.fill(0)
    crowd(places, mass, moves)
    pull(places, lines, mass, moves)
    for (let at = 0; at < count; at++) {
      const home = gravity * Math.sqrt(mass[at]!)
      const [x, y] = [moves[2 * at]! - home * places[2 * at]!, moves[2 * at + 1]! - home * places[2 * at + 1]!]
      const far = Math.hypot(x, y) || 1
      const step = Math.min(far, heat) / far
      places[2 * at]! += x * step
      places[2 * at + 1]! += y * step
    }
    if (tell && round % 40 === 39 && round < rounds - 1) tell(places)
  }
  return places
}

const gravity = 0.6
const spring = 0.08

/** Points with many neighbours pull less, so that a hub does not swallow what hangs on it. */
function pull(places: Float32Array, lines: Int32Array, mass: Float32Array, moves: Float32Array) {
  for (let at = 0; at < lines.length; at += 2) {
    const [from, to] = [lines[at]!, lines[at + 1]!]
    const x = places[2 * to]! - places[2 * from]!
    const y = places[2 * to + 1]! - places[2 * from + 1]!
    const strength = spring * Math.hypot(x, y)
    const [mine, theirs] = [strength / mass[from]!, strength / mass[to]!]
    moves[2 * from]! += x * mine
    moves[2 * from + 1]! += y * mine
    moves[2 * to]! -= x * theirs
    moves[2 * to + 1]! -= y * theirs
  }
}

/** A sunflower, in which neighbours are sown one after the other. */
function spiral({ count, lines }: Net): Float32Array {
  const places = new Float32Array(2 * count)
  sown({ count, lines }).forEach((point, nth) => {
    const [far, angle] = [Math.sqrt(nth + 0.5), nth * 2.399963]
    places[2 * point] = far * Math.cos(angle)
    places[2 * point + 1] = far * Math.sin(angle)
  })
  return places
}

function sown({ count, lines }: Net): number[] {
  const near: number[][] = Array.from({ length: count }, () => [])
  for (let at = 0; at < lines.length; at += 2) {
    near[lines[at]!]!.push(lines[at + 1]!)
    near[lines[at + 1]!]!.push(lines[at]!)
  }
  const first = near.map((_, at) => at).sort((a, b) => near[b]!.length - near[a]!.length || a - b)
  const seen = new Uint8Array(count)
  const order: number[] = []
  for (const root of first) {
    if (seen[root]) continue
    seen[root] = 1
    order.push(root)
    for (let at = order.length - 1; at < order.length; at++)
      for (const next of near[order[at]!]!) {
        if (seen[next]) continue
        seen[next] = 1
        order.push(next)
      }
  }
  return order
}
