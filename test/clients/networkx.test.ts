import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Chance, chanceOf } from '#kit/chance/chance.ts'
import type { Edge } from '#rooms/picture/measures/graph.ts'
import { type Measures, measure, type NodeMeasures } from '#rooms/picture/measures/measure.ts'

const program = ['-c', 'import networkx, scipy'] as const
const here = spawnSync('python3', program).status === 0
if (!here) console.error('  networkx is not on this machine (pip install networkx scipy): nothing was compared')
const beside = { skip: !here }

/** Our figures beside those of networkx, on graphs nobody thought up. Runs where python3 has networkx (handbook). */
type Asked = { edges: [string, string, number][]; directed: boolean; weighted: boolean; timed: boolean }
type Told = Record<Exclude<keyof NodeMeasures, 'community'>, Record<string, number> | null> & {
  seconds: number
  network: {
    nodes: number
    edges: number
    density: number
    components: number
    articulationPoints: string[]
    bridges: [string, string][]
    modularity: number
    greedy: number | null
  }
}

const kinds = [
  { directed: false, weighted: false },
  { directed: false, weighted: true },
  { directed: true, weighted: false },
  { directed: true, weighted: true },
]

/** Lines at random, with loops, repeats and islands. */
function linesAtRandom(chance: Chance, nodes: number, many: number): Asked['edges'] {
  return Array.from({ length: many }, () => [
    `n${chance.below(nodes)}`,
    `n${chance.below(nodes)}`,
    chance.pick([0.25, 0.5, 1, 1, 2, 3.5]),
  ])
}

const edgesOf = ({ edges }: Asked): Edge[] => edges.map(([source, target, weight]) => ({ source, target, weight }))

function communitiesOf({ nodes }: Measures): string[][] {
  const groups = new Map<number, string[]>()
  for (const [id, { community }] of Object.entries(nodes)) groups.set(community, [...(groups.get(community) ?? []), id])
  return [...groups.values()]
}

function askNetworkx(asked: readonly Asked[], ours: readonly Measures[]) {
  const input = JSON.stringify(asked.map((one, at) => ({ ...one, communities: communitiesOf(ours[at]!) })))
  const ran = spawnSync('python3', [join(import.meta.dirname, 'measures.py')], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  assert.equal(ran.status, 0, ran.stderr)
  return JSON.parse(ran.stdout) as { version: string; answers: Told[] }
}

const near = (ours: number, theirs: number, within: number, what: string) =>
  assert.ok(Math.abs(ours - theirs) <= within * Math.max(1, Math.abs(theirs)), `${what}: ${ours} beside ${theirs}`)

const within = { pagerank: 1e-6, eigenvector: 1e-6 } as const
const named = ['degree', 'closeness', 'betweenness', 'betweennessNormalised', 'clustering', 'eigenvector', 'pagerank']

function compare(ours: Measures, theirs: Told, what: string) {
  assert.deepEqual(Object.keys(ours.nodes).sort(), Object.keys(theirs.degree!).sort())
  for (const name of named as Exclude<keyof NodeMeasures, 'community'>[]) {
    const figures = theirs[name]
    if (!figures) continue
    for (const [id, node] of Object.entries(ours.nodes))
      if (node[name] !== null) near(node[name], figures[id]!, name in within ? 1e-6 : 1e-9, `${what} ${name} of ${id}`)
  }
  const { nodes, edges, components, density, modularity, articulationPoints, bridges } = ours.network
  assert.deepEqual(
    { nodes, edges, components, articulationPoints: articulationPoints.toSorted() },
    {
      nodes: theirs.network.nodes,
      edges: theirs.network.edges,
      components: theirs.network.components,
      articulationPoints: theirs.network.articulationPoints,
    },
    what,
  )
  assert.deepEqual(bridges.map((pair) => pair.toSorted()).sort(), theirs.network.bridges.sort(), what)
  near(density, theirs.network.density, 1e-9, `${what} density`)
  near(modularity!, theirs.network.modularity, 1e-9, `${what} modularity`)
}

test('a hundred and twenty random graphs: the same as networkx', beside, () => {
  const chance = chanceOf('beside networkx')
  const asked = Array.from({ length: 30 }, (_, nth) =>
    kinds.map((kind): Asked => {
      const nodes = 2 + chance.below(28)
      return { ...kind, edges: linesAtRandom(chance, nodes, 1 + chance.below(3 * nodes)), timed: nth < 0 }
    }),
  ).flat()
  const ours = asked.map((one) => measure(edgesOf(one), one))
  const { version, answers } = askNetworkx(asked, ours)
  const undefinedHere = ours.filter(({ nodes }) => Object.values(nodes)[0]?.eigenvector === null).length
  let better = 0
  asked.forEach((one, at) => {
    compare(ours[at]!, answers[at]!, `${one.directed ? 'directed' : 'undirected'} ${one.weighted} graph ${at}`)
    if (!one.directed && ours[at]!.network.modularity! >= answers[at]!.network.greedy! - 1e-9) better += 1
  })
  console.error(
    `  networkx ${version}: ${asked.length} graphs equal; eigenvector undefined in ${undefinedHere}; our communities at least as good as greedy in ${better} of ${asked.filter(({ directed }) => !directed).length}`,
  )
})

test('5,000 nodes and 15,000 lines', beside, () => {
  // networkx needs minutes for each: only the plainest kind, unless all are asked for.
  for (const kind of process.env['ALL_KINDS'] ? kinds : kinds.slice(0, 1)) {
    const edges = linesAtRandom(chanceOf('a large town'), 5000, 15_000)
    const one: Asked = { ...kind, edges, timed: true }
    const begun = performance.now()
    const ours = measure(edgesOf(one), one)
    const seconds = (performance.now() - begun) / 1000
    const { answers } = askNetworkx([one], [ours])
    compare(ours, answers[0]!, 'large')
    console.error(
      `  ${kind.directed ? 'directed' : 'undirected'}${kind.weighted ? ', weighted' : ''}: ${ours.network.nodes} nodes, ${ours.network.edges} lines: ${seconds.toFixed(1)} s, networkx ${answers[0]!.seconds.toFixed(1)} s`,
    )
  }
})

test('our GEXF and GraphML come through with every fact', beside, () => {
  const folder = join(import.meta.dirname, '../material/networks')
  const ran = spawnSync('python3', [join(import.meta.dirname, 'graphfiles.py'), folder], { encoding: 'utf8' })
  assert.equal(ran.status, 0, ran.stderr)
  const nodes = {
    p1: { label: 'Ineke "Ien" de Wit', kind: 'colleague' },
    r1: { label: 'Bieb & <Zo>', kind: 'partner', sector: 'cultuur', faces: 2, hours: 1.5, law: true },
    r2: { label: '=GGD één\nregel', kind: 'partner', faces: 0, hours: 0, law: false },
    r3: { label: 'Niemands lijn 🎻', kind: 'partner' },
  }
  const edges = [
    [['p1', 'r1'], { id: 'e1', weight: 1, as: 'holds' }],
    [['p1', 'r2'], { id: 'e2', weight: 2.5, as: 'deputy; "ziek"' }],
  ]
  const whole = { directed: false, nodes, edges }
  assert.deepEqual(JSON.parse(ran.stdout), { gexf: whole, graphml: whole })
  console.error('  GEXF and GraphML: all nodes, lines and facts came through')
})
