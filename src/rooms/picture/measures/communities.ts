import { type Adjacency, type Graph, undirectedView } from './graph.ts'

/** Lines as strengths in both directions, and what each node has on itself. */
type Level = { near: Adjacency; own: Float64Array }

/**
 * Groups that hold together more than chance would (Louvain, Blondel 2008), the same for the same lines: the nodes
 * are gone through in several fixed orders and the best parting is kept. Each number is a community.
 */
export function communities(graph: Graph): number[] {
  const size = graph.ids.length
  if (graph.edges === 0) return graph.ids.map((_, node) => node)
  const own = new Float64Array(size)
  for (let node = 0; node < size; node++)
    for (let at = graph.out.start[node]!; at < graph.out.start[node + 1]!; at++)
      if (graph.out.to[at] === node) own[node] = graph.out.weight[at]! * (graph.directed ? 1 : 2)
  const near = undirectedView(graph, (there, back) => (graph.directed ? (there + back) / 2 : there))
  let best: number[] = []
  let most = Number.NEGATIVE_INFINITY
  for (const order of ordersFor(size, graph.edges)) {
    const found = louvain({ near, own }, order)
    const quality = modularity(graph, found) ?? 0
    if (quality > most + 1e-12) [best, most] = [found, quality]
  }
  return numbered(best)
}

/** How much more lines stay within communities than chance would have it (Newman). Undefined without lines. */
export function modularity({ ids, directed, out, into }: Graph, community: readonly number[]): number | undefined {
  const count = Math.max(-1, ...new Set(community)) + 1
  const [inside, going, coming] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  let all = 0
  for (let node = 0; node < ids.length; node++) {
    const mine = community[node]!
    for (let at = out.start[node]!; at < out.start[node + 1]!; at++) {
      // In an undirected graph a loop stands once in the list and counts from both its ends.
      const weight = out.weight[at]! * (!directed && out.to[at] === node ? 2 : 1)
      all += weight
      going[mine]! += weight
      if (community[out.to[at]!] === mine) inside[mine]! += weight
    }
    if (directed) for (let at = into.start[node]!; at < into.start[node + 1]!; at++) coming[mine]! += into.weight[at]!
  }
  if (all === 0) return undefined
  const others = directed ? coming : going
  return inside.reduce((sum, weight, at) => sum + weight / all - (going[at]! / all) * (others[at]! / all), 0)
}

const dearest = 100_000

/** As told, backwards, and for as long as it stays quick some more that are mixed, by the same rule every time. */
function* ordersFor(size: number, edges: number) {
  const told = Int32Array.from({ length: size }, (_, node) => node)
  yield told
  yield told.toReversed()
  const tries = Math.min(30, Math.floor(dearest / (edges + size) / 10))
  let state = 20_080_704
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * limit)
  }
  for (let nth = 0; nth < tries; nth++) {
    const mixed = told.slice()
    for (let at = size - 1; at > 0; at--) {
      const other = below(at + 1)
      ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
    }
    yield mixed
  }
}

function louvain(first: Level, order: Int32Array): number[] {
  let level = first
  let mine = Array.from(order, (_, node) => node)
  let through = order
  for (;;) {
    const { group, moved } = moveNodes(level, through)
    if (!moved) return mine
    const fresh = numbered(group)
    mine = mine.map((at) => fresh[at]!)
    level = gather(level, fresh)
    through = Int32Array.from({ length: level.own.length }, (_, node) => node)
  }
}

/** Each node goes to the group beside it where it fits best, until nobody wants to move. */
function moveNodes({ near, own }: Level, order: Int32Array) {
  const size = own.length
  const strength = Float64Array.from(own, (loop, node) => {
    let sum = loop
    for (let at = near.start[node]!; at < near.start[node + 1]!; at++) sum += near.weight[at]!
    return sum
  })
  const all = strength.reduce((sum, value) => sum + value, 0)
  const total = strength.slice()
  const group = Array.from(own, (_, node) => node)
  const toward = new Float64Array(size)
  let moved = false
  for (let again = true; again; ) {
    again = false
    for (const node of order) {
      const before = group[node]!
      const beside = [before]
      for (let at = near.start[node]!; at < near.start[node + 1]!; at++) {
        const other = group[near.to[at]!]!
        if (toward[other] === 0 && other !== before) beside.push(other)
        toward[other]! += near.weight[at]!
      }
      total[before]! -= strength[node]!
      const worth = (one: number) => toward[one]! - (total[one]! * strength[node]!) / all
      let best = before
      let most = worth(before)
      for (const other of beside) if (worth(other) > most + 1e-12 * all) [best, most] = [other, worth(other)]
      for (const other of beside) toward[other] = 0
      total[best]! += strength[node]!
      if (best === before) continue
      group[node] = best
      again = true
      moved = true
    }
  }
  return { group, moved }
}

/** Every group becomes one node; what was within it becomes its own. */
function gather({ near, own }: Level, group: readonly number[]): Level {
  const count = Math.max(...new Set(group)) + 1
  const fresh = new Float64Array(count)
  const lines = Array.from({ length: count }, () => new Map<number, number>())
  for (let node = 0; node < own.length; node++) {
    const mine = group[node]!
    fresh[mine]! += own[node]!
    for (let at = near.start[node]!; at < near.start[node + 1]!; at++) {
      const other = group[near.to[at]!]!
      if (other === mine) fresh[mine]! += near.weight[at]!
      else lines[mine]!.set(other, (lines[mine]!.get(other) ?? 0) + near.weight[at]!)
    }
  }
  const start = new Int32Array(count + 1)
  for (let node = 0; node < count; node++) start[node + 1] = start[node]! + lines[node]!.size
  return {
    near: {
      start,
      to: Int32Array.from(lines.flatMap((line) => [...line.keys()])),
      weight: Float64Array.from(lines.flatMap((line) => [...line.values()])),
    },
    own: fresh,
  }
}

/** Communities counted from nought in the order in which they are met. */
function numbered(group: readonly number[]): number[] {
  const numbers = new Map<number, number>()
  return group.map((one) => {
    if (!numbers.has(one)) numbers.set(one, numbers.size)
    return numbers.get(one)!
  })
}
