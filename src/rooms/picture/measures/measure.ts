import { clustering } from './clustering.ts'
import { communities, modularity } from './communities.ts'
import { cuts } from './cuts.ts'
import { degrees, type Edge, type Graph, graphOf } from './graph.ts'
import { pathMeasures } from './paths.ts'
import { eigenvector, pagerank } from './spectral.ts'

export type NodeMeasures = {
  degree: number
  closeness: number
  betweenness: number
  betweennessNormalised: number
  clustering: number
  /** Null where it is undefined: no lines, or nothing that goes round. */
  eigenvector: number | null
  pagerank: number
  community: number
}

export type NetworkMeasures = {
  nodes: number
  edges: number
  density: number
  /** Null for fewer than three nodes. */
  centralization: number | null
  components: number
  articulationPoints: string[]
  bridges: [string, string][]
  /** Of the communities found here; null without lines. */
  modularity: number | null
}
export type Measures = { nodes: Record<string, NodeMeasures>; network: NetworkMeasures }
export type Reading = { directed: boolean; weighted: boolean; alone?: readonly string[] }

/**
 * Everything that can be told of a network in figures, each as networkx 3.6 defines it. In a weighted one a weight is a
 * distance for closeness and betweenness, and a strength for clustering, eigenvector, pagerank and modularity; degree
 * counts lines.
 */
export function measure(edges: readonly Edge[], reading: Reading): Measures {
  const graph = graphOf(edges, reading)
  const paths = pathMeasures(graph, reading.weighted)
  const [degree, clustered, ranks, known] = [degrees(graph), clustering(graph), pagerank(graph), eigenvector(graph)]
  const community = communities(graph)
  const nodes = graph.ids.map((id, at): [string, NodeMeasures] => [
    id,
    {
      degree: degree[at]!,
      closeness: paths.closeness[at]!,
      betweenness: paths.betweenness[at]!,
      betweennessNormalised: paths.betweennessNormalised[at]!,
      clustering: clustered[at]!,
      eigenvector: known?.[at] ?? null,
      pagerank: ranks[at]!,
      community: community[at]!,
    },
  ])
  return { nodes: Object.fromEntries(nodes), network: networkMeasures(graph, degree, community) }
}

function networkMeasures(graph: Graph, degree: readonly number[], community: readonly number[]): NetworkMeasures {
  const { components, articulationPoints, bridges } = cuts(graph)
  const name = (node: number) => graph.ids[node]!
  return {
    nodes: graph.ids.length,
    edges: graph.edges,
    density: density(graph),
    centralization: centralization(degree, graph.directed),
    components: components.length,
    articulationPoints: articulationPoints.map(name),
    bridges: bridges.map(([one, other]) => [name(one), name(other)]),
    modularity: modularity(graph, community) ?? null,
  }
}

function density({ ids, edges, directed }: Graph): number {
  const possible = ids.length * (ids.length - 1)
  return possible > 0 ? ((directed ? 1 : 2) * edges) / possible : 0
}

/** How far the best connected stands out (Freeman 1978): a star is 1, a ring 0. Directed: lines in and out together. */
function centralization(degree: readonly number[], directed: boolean): number | null {
  const size = degree.length
  if (size < 3) return null
  const most = degree.reduce((one, other) => Math.max(one, other), 0)
  const apart = degree.reduce((sum, value) => sum + most - value, 0)
  return apart / ((directed ? 2 : 1) * (size - 1) * (size - 2))
}
