import type { Edge } from '#rooms/picture/measures/graph.ts'
import type { Measures, Reading } from '#rooms/picture/measures/measure.ts'

/**
 * The same figures in another way, for the tests: whole tables instead of searches, taking away instead of low points,
 * an equation solved instead of rounds. Slow, and short enough to check by eye.
 */
export function byHand(edges: readonly Edge[], { directed, weighted }: Reading) {
  const ids = [...new Set(edges.flatMap(({ source, target }) => [source, target]))]
  const size = ids.length
  const line = table(size, 0)
  for (const { source, target, weight } of edges) {
    const [from, to] = [ids.indexOf(source), ids.indexOf(target)]
    line[from]![to] = weighted ? weight : 1
    if (!directed) line[to]![from] = line[from]![to]!
  }
  const { far, paths } = shortest(line)
  const every = ids.map((_, at) => at)
  const between = every.map((node) => carried(node, every, far, paths) / (directed ? 1 : 2))
  const degree = every.map((node) =>
    sum(every, (at) => mark(line[node]![at]!) + (directed || at === node ? mark(line[at]![node]!) : 0)),
  )
  const pairs = ((size - 1) * (size - 2)) / (directed ? 1 : 2)
  const ranks = solvePagerank(line)
  const first = dominant(line)
  const parts = (without: (a: number, b: number) => boolean) => countParts(line, without)
  const all = parts(() => false)
  const lines = every.flatMap((from) =>
    every.filter((to) => line[from]![to] && (directed || from <= to)).map((to) => [from, to] as const),
  )
  const most = Math.max(...degree)
  return {
    nodes: Object.fromEntries(
      ids.map((id, node) => [
        id,
        {
          degree: degree[node]!,
          closeness: nearness(node, every, far),
          betweenness: between[node]!,
          betweennessNormalised: pairs > 0 ? between[node]! / pairs : 0,
          clustering: clustered(node, line, every, directed),
          pagerank: ranks[node]!,
          eigenvector: first?.[node],
        },
      ]),
    ),
    network: {
      nodes: size,
      edges: lines.length,
      density: size > 1 ? lines.length / ((size * (size - 1)) / (directed ? 1 : 2)) : 0,
      components: all,
      // Whoever goes takes her own part along when she stood alone.
      articulationPoints: ids.filter((_, node) => parts((a, b) => a === node || b === node) - 1 > all),
      bridges: every
        .flatMap((a) => every.slice(a + 1).map((b): [number, number] => [a, b]))
        .filter(
          ([a, b]) =>
            (line[a]![b] || line[b]![a]) && parts((x, y) => (x === a && y === b) || (x === b && y === a)) > all,
        )
        .map(([a, b]) => [ids[a]!, ids[b]!]),
      centralization: size < 3 ? 0 : sum(degree, (one) => most - one) / ((directed ? 2 : 1) * (size - 1) * (size - 2)),
      modularity: ({ nodes }: Measures) =>
        kept(
          line,
          ids.map((id) => nodes[id]!.community),
          directed,
        ),
    },
  }
}

type Table = number[][]
const table = (size: number, value: number): Table =>
  Array.from({ length: size }, () => new Array<number>(size).fill(value))
const mark = (value: number) => (value ? 1 : 0)
const sum = <T>(of: readonly T[], value: (one: T) => number) => of.reduce((total, one) => total + value(one), 0)

/** Floyd and Warshall, then how many shortest paths lead from here to there, the short ones first. */
function shortest(line: Table) {
  const every = line.map((_, at) => at)
  const far = line.map((row, from) => row.map((weight, to) => (from === to ? 0 : weight || Number.POSITIVE_INFINITY)))
  for (const by of every)
    for (const from of every)
      for (const to of every) far[from]![to] = Math.min(far[from]![to]!, far[from]![by]! + far[by]![to]!)
  const paths = table(line.length, 0)
  for (const from of every) {
    paths[from]![from] = 1
    for (const to of every
      .filter((at) => at !== from && far[from]![at]! < Infinity)
      .sort((a, b) => far[from]![a]! - far[from]![b]!))
      paths[from]![to] = sum(every, (by) =>
        by !== to && line[by]![to] && far[from]![by]! + line[by]![to]! === far[from]![to]! ? paths[from]![by]! : 0,
      )
  }
  return { far, paths }
}

const carried = (node: number, every: readonly number[], far: Table, paths: Table) =>
  sum(every, (from) =>
    sum(every, (to) => {
      if (from === to || from === node || to === node || far[from]![to] === Infinity) return 0
      const through = far[from]![node]! + far[node]![to]! === far[from]![to]
      return through ? (paths[from]![node]! * paths[node]![to]!) / paths[from]![to]! : 0
    }),
  )

function nearness(node: number, every: readonly number[], far: Table) {
  const comers = every.filter((from) => from !== node && far[from]![node]! < Infinity)
  const total = sum(comers, (from) => far[from]![node]!)
  return total ? (comers.length / total) * (comers.length / (every.length - 1)) : 0
}

function clustered(node: number, line: Table, every: readonly number[], directed: boolean) {
  const most = Math.max(...line.flat())
  const tie = (a: number, b: number) => Math.cbrt(line[a]![b]! / most) + (directed ? Math.cbrt(line[b]![a]! / most) : 0)
  const others = every.filter((at) => at !== node)
  const found = sum(others, (a) => sum(others, (b) => (a === b ? 0 : tie(node, a) * tie(a, b) * tie(b, node))))
  const degree = sum(others, (at) => mark(line[node]![at]!) + (directed ? mark(line[at]![node]!) : 0))
  const mutual = sum(others, (at) => (directed && line[node]![at] && line[at]![node] ? 1 : 0))
  const possible = directed ? 2 * (degree * (degree - 1) - 2 * mutual) : degree * (degree - 1)
  return found ? found / possible : 0
}

/** (I − 0.85 M) r = 0.15 / n, by Gauss. */
function solvePagerank(line: Table) {
  const size = line.length
  const rows = line.map((_, to) => [
    ...line.map((row, from) => {
      const strength = sum(row, (weight) => weight)
      return (from === to ? 1 : 0) - 0.85 * (strength ? row[to]! / strength : 1 / size)
    }),
    0.15 / size,
  ])
  for (let at = 0; at < size; at++) {
    const best = rows.reduce(
      (one, row, other) => (other >= at && Math.abs(row[at]!) > Math.abs(rows[one]![at]!) ? other : one),
      at,
    )
    ;[rows[at], rows[best]] = [rows[best]!, rows[at]!]
    for (let other = 0; other < size; other++) {
      if (other === at) continue
      const times = rows[other]![at]! / rows[at]![at]!
      rows[other] = rows[other]!.map((value, column) => value - times * rows[at]![column]!)
    }
  }
  return rows.map((row, at) => row[size]! / row[at]!)
}

/** (A + I) squared thirty times: what is left of any beginning. Undefined where two beginnings end differently. */
function dominant(line: Table) {
  let power = line.map((_, to) => line.map((row, from) => row[to]! + (from === to ? 1 : 0)))
  for (let round = 0; round < 30; round++) {
    power = power.map((row) =>
      power.map((_, column) =>
        sum(
          row.map((value, by) => value * power[by]![column]!),
          (v) => v,
        ),
      ),
    )
    const most = Math.max(...power.flat())
    power = power.map((row) => row.map((value) => value / most))
  }
  const end = power.map((row) => sum(row, (value) => value))
  const length = Math.hypot(...end)
  return end.map((value) => value / length)
}

function countParts(line: Table, without: (a: number, b: number) => boolean) {
  const group = line.map((_, at) => at)
  const find = (at: number): number => (group[at] === at ? at : find(group[at]!))
  line.forEach((row, from) => {
    row.forEach((weight, to) => {
      if (weight && !without(from, to)) group[find(from)] = find(to)
    })
  })
  return group.filter((one, at) => one === at).length
}

/** Newman's definition, pair by pair. In an undirected table a loop stands once and counts from both its ends. */
function kept(line: Table, community: readonly number[], directed: boolean) {
  const tie = line.map((row, from) => row.map((weight, to) => (from === to && !directed ? 2 * weight : weight)))
  const going = tie.map((row) => sum(row, (weight) => weight))
  const coming = tie.map((_, to) => sum(tie, (row) => row[to]!))
  const all = sum(going, (weight) => weight)
  return sum(
    tie.flatMap((row, from) =>
      row.map((weight, to) => (community[from] === community[to] ? weight - (going[from]! * coming[to]!) / all : 0)),
    ),
    (value) => value / all,
  )
}
