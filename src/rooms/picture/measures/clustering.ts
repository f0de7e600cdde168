import { degrees, type Graph, undirectedView } from './graph.ts'

/**
 * How many of one's neighbours know one another: the part of possible triangles that is there. Directed after Fagiolo
 * (2007), weighted by the geometric mean of the three lines (Onnela 2005), as in networkx. Loops do not count.
 */
export function clustering(graph: Graph): number[] {
  const heaviest = graph.out.weight.reduce((most, weight) => Math.max(most, weight), 0)
  const root = (weight: number) => Math.cbrt(weight / heaviest)
  const near = undirectedView(graph, (there, back) => (graph.directed ? root(there) + root(back) : root(there)))
  const mine = new Float64Array(graph.ids.length)
  const possible = graph.directed ? possibleDirected(graph) : undefined
  return graph.ids.map((_, node) => {
    const [from, until] = [near.start[node]!, near.start[node + 1]!]
    for (let at = from; at < until; at++) mine[near.to[at]!] = near.weight[at]!
    let triangles = 0
    for (let at = from; at < until; at++) {
      const one = near.to[at]!
      for (let on = near.start[one]!; on < near.start[one + 1]!; on++)
        triangles += near.weight[at]! * near.weight[on]! * mine[near.to[on]!]!
    }
    for (let at = from; at < until; at++) mine[near.to[at]!] = 0
    const most = possible ? possible(node) : (until - from) * (until - from - 1)
    return triangles === 0 ? 0 : triangles / most
  })
}

function possibleDirected(graph: Graph) {
  const all = degrees(graph)
  const { out, into } = graph
  return (node: number) => {
    const from = out.to.subarray(out.start[node]!, out.start[node + 1]!)
    const loops = from.includes(node) ? 1 : 0
    const back = new Set(into.to.subarray(into.start[node]!, into.start[node + 1]!))
    const degree = all[node]! - 2 * loops
    const mutual = from.reduce((count, to) => count + (to !== node && back.has(to) ? 1 : 0), 0)
    return 2 * (degree * (degree - 1) - 2 * mutual)
  }
}
