/** What part of the drawing is in the window: a point (x, y) of it stands at (x * scale + left, y * scale + top). */
export type View = { scale: number; left: number; top: number }
export type Size = { width: number; height: number }

/** All of it, with a margin in which names have room. */
export function fit(places: Float32Array, { width, height }: Size): View {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at]!)
    right = Math.max(right, places[at]!)
    top = Math.min(top, places[at + 1]!)
    bottom = Math.max(bottom, places[at + 1]!)
  }
  const margin = Math.min(56, width / 8)
  const scale = Math.min((width - 2 * margin) / (right - left || 1), (height - 2 * margin) / (bottom - top || 1), 90)
  return {
    scale,
    left: width / 2 - (scale * (left + right)) / 2,
    top: height / 2 - (scale * (top + bottom)) / 2,
  }
}

/** Closer or farther, with what is at (x, y) staying there. */
export const zoomed = ({ scale, left, top }: View, by: number, x: number, y: number): View => {
  const next = Math.min(400, Math.max(0.5, scale * by))
  const real = next / scale
  return { scale: next, left: x - (x - left) * real, top: y - (y - top) * real }
}

export const spotOf = ({ scale, left, top }: View, places: Float32Array, point: number): [number, number] => [
  places[2 * point]! * scale + left,
  places[2 * point + 1]! * scale + top,
]

/** The nearest point within reach of the hand, or -1. */
export function pointAt(view: View, places: Float32Array, [x, y]: [number, number], reach: number): number {
  let [found, nearest] = [-1, reach * reach]
  for (let point = 0; 2 * point < places.length; point++) {
    const [px, py] = spotOf(view, places, point)
    const far = (px - x) ** 2 + (py - y) ** 2
    if (far < nearest) [found, nearest] = [point, far]
  }
  return found
}

const ways: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
export const isArrow = (key: string) => Object.hasOwn(ways, key)

/** The next point that way: near, and rather straight than aslant. Without a point, the one nearest to the middle. */
export function nextPoint(places: Float32Array, from: number, key: string): number {
  if (from < 0) return pointAt({ scale: 1, left: 0, top: 0 }, places, middle(places), Number.MAX_SAFE_INTEGER)
  const [wayX, wayY] = ways[key] ?? [0, 0]
  const [x, y] = [places[2 * from]!, places[2 * from + 1]!]
  let [found, least] = [from, Infinity]
  for (let point = 0; 2 * point < places.length; point++) {
    const [dx, dy] = [places[2 * point]! - x, places[2 * point + 1]! - y]
    const ahead = dx * wayX + dy * wayY
    const aside = Math.abs(dx * wayY) + Math.abs(dy * wayX)
    if (ahead <= 1e-6 || aside > 1.5 * ahead) continue
    const cost = ahead + 2 * aside
    if (cost < least) [found, least] = [point, cost]
  }
  return found
}

function middle(places: Float32Array): [number, number] {
  let [x, y] = [0, 0]
  for (let at = 0; at < places.length; at += 2) {
    x += places[at]!
    y += places[at + 1]!
  }
  const count = places.length / 2 || 1
  return [x / count, y / count]
}
