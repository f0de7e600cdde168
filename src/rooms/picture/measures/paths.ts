import type { Adjacency, Graph } from './graph.ts'
import { type Heap, heapOf } from './heap.ts'

export type PathMeasures = { closeness: number[]; betweenness: number[]; betweennessNormalised: number[] }

/** What one search from one node leaves behind, used again for the next. */
type Search = {
  distance: Float64Array
  paths: Float64Array
  share: Float64Array
  /** Reached nodes, the nearest first. */
  order: Int32Array
  reached: number
}

/**
 * Who is near everybody, and who stands between others (Brandes 2001), in one walk over all shortest paths.
 * A weight is a distance here. Closeness is that of networkx: over the ways in, and scaled to the part that can come
 * (Wasserman and Faust), so that a large island is not nearer than a large mainland.
 */
export function pathMeasures(graph: Graph, weighted: boolean): PathMeasures {
  const size = graph.ids.length
  const search: Search = {
    distance: new Float64Array(size),
    paths: new Float64Array(size),
    share: new Float64Array(size),
    order: new Int32Array(size),
    reached: 0,
  }
  const between = new Float64Array(size)
  const sum = new Float64Array(size)
  const comers = new Float64Array(size)
  const heap = heapOf(size)
  for (let source = 0; source < size; source++) {
    if (weighted) searchWeighted(graph.out, source, search, heap)
    else searchSteps(graph.out, source, search)
    for (let at = 1; at < search.reached; at++) {
      const node = search.order[at]!
      sum[node]! += search.distance[node]!
      comers[node]! += 1
    }
    shareOut(graph, search, between, weighted)
  }
  const pairs = (size - 1) * (size - 2)
  return {
    closeness: graph.ids.map((_, node) => closeness(comers[node]!, sum[node]!, size)),
    betweenness: Array.from(between, (value) => (graph.directed ? value : value / 2)),
    betweennessNormalised: Array.from(between, (value) => (pairs > 0 ? value / pairs : 0)),
  }
}

const closeness = (comers: number, sum: number, size: number) =>
  sum > 0 && size > 1 ? (comers / sum) * (comers / (size - 1)) : 0

function searchSteps({ start, to }: Adjacency, source: number, search: Search) {
  const { distance, paths, order } = search
  distance.fill(-1)
  paths.fill(0)
  distance[source] = 0
  paths[source] = 1
  order[0] = source
  let reached = 1
  for (let at = 0; at < reached; at++) {
    const node = order[at]!
    const next = distance[node]! + 1
    for (let edge = start[node]!; edge < start[node + 1]!; edge++) {
      const neighbour = to[edge]!
      if (distance[neighbour]! < 0) {
        distance[neighbour] = next
        order[reached++] = neighbour
      }
      if (distance[neighbour] === next) paths[neighbour]! += paths[node]!
    }
  }
  search.reached = reached
}

function searchWeighted({ start, to, weight }: Adjacency, source: number, search: Search, heap: Heap) {
  const { distance, paths, order } = search
  distance.fill(-1)
  paths.fill(0)
  paths[source] = 1
  distance[source] = 0
  heap.push(source, 0)
  let reached = 0
  while (!heap.isEmpty()) {
    const node = heap.pop()
    order[reached++] = node
    for (let edge = start[node]!; edge < start[node + 1]!; edge++) {
      const neighbour = to[edge]!
      const way = distance[node]! + weight[edge]!
      const known = distance[neighbour]!
      if (known < 0 || way < known) {
        distance[neighbour] = way
        paths[neighbour] = paths[node]!
        heap.push(neighbour, way)
      } else if (way === known && heap.holds(neighbour)) paths[neighbour]! += paths[node]!
    }
  }
  search.reached = reached
}

/** From the farthest back: what a node carries is shared among those just before it, by how many paths each brings. */
function shareOut(
  { into }: Graph,
  { distance, paths, share, order, reached }: Search,
  between: Float64Array,
  weighted: boolean,
) {
  for (let at = 0; at < reached; at++) share[order[at]!] = 0
  for (let at = reached - 1; at > 0; at--) {
    const node = order[at]!
    const part = (1 + share[node]!) / paths[node]!
    for (let edge = into.start[node]!; edge < into.start[node + 1]!; edge++) {
      const before = into.to[edge]!
      if (before === node || distance[before]! < 0) continue
      const way = distance[before]! + (weighted ? into.weight[edge]! : 1)
      if (way === distance[node]!) share[before]! += paths[before]! * part
    }
    between[node]! += share[node]!
  }
}
