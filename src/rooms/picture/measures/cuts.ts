import { type Graph, undirectedView } from './graph.ts'

export type Cuts = {
  /** Groups of nodes that can come to one another, whatever the direction of the lines. */
  components: number[][]
  /** Who, when gone, leaves others apart. */
  articulationPoints: number[]
  /** Lines that, when gone, leave others apart. */
  bridges: [number, number][]
}

/** Components, points and bridges in one walk (Hopcroft and Tarjan 1973), without recursion: a long chain is deep. */
export function cuts(graph: Graph): Cuts {
  const near = undirectedView(graph, () => 1)
  const size = graph.ids.length
  const seen = new Int32Array(size)
  const low = new Int32Array(size)
  const next = near.start.slice(0, size)
  const above = new Int32Array(size).fill(-1)
  const points = new Set<number>()
  const bridges: [number, number][] = []
  const components: number[][] = []
  let clock = 0

  for (let root = 0; root < size; root++) {
    if (seen[root]) continue
    const component: number[] = []
    const path = [root]
    let children = 0
    while (path.length) {
      const node = path[path.length - 1]!
      if (!seen[node]) {
        seen[node] = low[node] = ++clock
        component.push(node)
      }
      const at = next[node]!
      if (at < near.start[node + 1]!) {
        next[node] = at + 1
        const neighbour = near.to[at]!
        if (!seen[neighbour]) {
          above[neighbour] = node
          path.push(neighbour)
        } else if (neighbour !== above[node]) low[node] = Math.min(low[node]!, seen[neighbour]!)
        continue
      }
      path.pop()
      const parent = above[node]!
      if (parent < 0) continue
      low[parent] = Math.min(low[parent]!, low[node]!)
      if (low[node]! > seen[parent]!) bridges.push([parent, node])
      if (parent === root) children += 1
      else if (low[node]! >= seen[parent]!) points.add(parent)
    }
    if (children > 1) points.add(root)
    components.push(component)
  }
  const inOrder = (a: number, b: number) => a - b
  return {
    components,
    articulationPoints: [...points].sort(inOrder),
    bridges: bridges
      .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]))
      .sort((one, other) => one[0] - other[0] || one[1] - other[1]),
  }
}
