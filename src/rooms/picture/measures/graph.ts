/** A line as it was told. Between the same two a later line takes the place of an earlier one, as in networkx. */
export type Edge = { source: string; target: string; weight: number }

/** Neighbours side by side: those of node n are `to[start[n]]` up to `to[start[n + 1]]`. */
export type Adjacency = { start: Int32Array; to: Int32Array; weight: Float64Array }

/** A graph as numbers. In an undirected one `out` and `into` are the same; a loop stands in it once. */
export type Graph = {
  ids: readonly string[]
  directed: boolean
  edges: number
  out: Adjacency
  into: Adjacency
}

type Pair = { from: number; to: number; weight: number }

/** Reads lines into a graph. Nodes keep the order in which they were first named; `alone` names those without lines. */
export function graphOf(
  edges: readonly Edge[],
  { directed, weighted, alone = [] }: { directed: boolean; weighted: boolean; alone?: readonly string[] },
): Graph {
  const place = new Map<string, number>()
  const placeOf = (id: string) => {
    const known = place.get(id)
    if (known !== undefined) return known
    place.set(id, place.size)
    return place.size - 1
  }
  for (const id of alone) placeOf(id)
  for (const { source, target } of edges) {
    placeOf(source)
    placeOf(target)
  }
  const pairs = distinct(edges, { place, directed, weighted })
  const turned = pairs.map(({ from, to, weight }) => ({ from: to, to: from, weight }))
  const size = place.size
  const both = directed ? pairs : [...pairs, ...turned.filter(({ from, to }) => from !== to)]
  const out = adjacency(both, size)
  return {
    ids: [...place.keys()],
    directed,
    edges: pairs.length,
    out,
    into: directed ? adjacency(turned, size) : out,
  }
}

type Reading = { place: ReadonlyMap<string, number>; directed: boolean; weighted: boolean }

function distinct(edges: readonly Edge[], { place, directed, weighted }: Reading): Pair[] {
  const known = new Map<number, Pair>()
  for (const { source, target, weight } of edges) {
    const [from, to] = [place.get(source)!, place.get(target)!]
    const key = directed || from < to ? from * place.size + to : to * place.size + from
    known.set(key, { from, to, weight: weighted ? weight : 1 })
  }
  return [...known.values()]
}

function adjacency(pairs: readonly Pair[], size: number): Adjacency {
  const start = new Int32Array(size + 1)
  for (const { from } of pairs) start[from + 1]! += 1
  for (let node = 0; node < size; node++) start[node + 1]! += start[node]!
  const next = start.slice()
  const to = new Int32Array(pairs.length)
  const weight = new Float64Array(pairs.length)
  for (const pair of pairs) {
    const at = next[pair.from]!++
    to[at] = pair.to
    weight[at] = pair.weight
  }
  return { start, to, weight }
}

/** How many lines a node has: in a directed graph those in and out together; a loop counts twice. */
export function degrees({ ids, directed, out, into }: Graph): number[] {
  return ids.map((_, node) => {
    const going = out.start[node + 1]! - out.start[node]!
    if (directed) return going + into.start[node + 1]! - into.start[node]!
    return going + (hasLoop(out, node) ? 1 : 0)
  })
}

const hasLoop = ({ start, to }: Adjacency, node: number) => to.subarray(start[node]!, start[node + 1]!).includes(node)

/**
 * Every two that have a line between them, whatever its direction, without loops; its strength is what `join` makes of
 * the lines there and back.
 */
export function undirectedView(graph: Graph, join: (there: number, back: number) => number): Adjacency {
  const { ids, directed, out, into } = graph
  const pairs: Pair[] = []
  const there = new Float64Array(ids.length)
  const back = new Float64Array(ids.length)
  for (let from = 0; from < ids.length; from++) {
    const near = new Set<number>()
    const note = ({ start, to, weight }: Adjacency, side: Float64Array) => {
      for (let at = start[from]!; at < start[from + 1]!; at++) {
        if (to[at] === from) continue
        near.add(to[at]!)
        side[to[at]!] = weight[at]!
      }
    }
    note(out, there)
    if (directed) note(into, back)
    for (const to of near) {
      pairs.push({ from, to, weight: join(there[to]!, back[to]!) })
      there[to] = 0
      back[to] = 0
    }
  }
  return adjacency(pairs, ids.length)
}
