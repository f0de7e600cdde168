import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Chance, chanceOf } from '#kit/chance/chance.ts'
import { byHand } from '#test/by-hand.ts'
import { analyse } from './analyse.ts'
import type { Edge } from './graph.ts'
import { type Measures, measure } from './measure.ts'

const networks = join(import.meta.dirname, '../../../../test/material/networks')
const textOf = (file: string) => readFileSync(join(networks, file), 'utf8')
const undirected = { directed: false, weighted: false }

function counted(text: string, reading = undirected): Measures {
  const outcome = analyse(text, reading)
  assert.ok(outcome.ok)
  return outcome.measures
}

const published = {
  degree: { name: 'degree', within: 0 },
  betweenness_raw: { name: 'betweenness', within: 1e-9 },
  betweenness_norm: { name: 'betweennessNormalised', within: 1e-9 },
  closeness: { name: 'closeness', within: 1e-9 },
  clustering: { name: 'clustering', within: 1e-9 },
  eigenvector: { name: 'eigenvector', within: 1e-6 },
  'pagerank_0.85': { name: 'pagerank', within: 1e-6 },
} as const

for (const [network, nodes] of [
  ['florentine', 15],
  ['krackhardt_kite', 10],
] as const)
  test(`${network}: every published figure`, () => {
    const ours = counted(textOf(`${network}.edges.csv`))
    const [head, ...rows] = textOf(`${network}.expected.networkx-3.6.1.csv`).trim().split(/\r?\n/)
    const columns = head!.split(',')
    assert.equal(rows.length, nodes)
    for (const row of rows) {
      const cells = row.split(',')
      for (const [column, { name, within }] of Object.entries(published)) {
        const [theirs, mine] = [Number(cells[columns.indexOf(column)]), ours.nodes[cells[0]!]![name]!]
        assert.ok(Math.abs(mine - theirs) <= within, `${cells[0]} ${column}: ${mine} beside ${theirs}`)
      }
    }
  })

test('the kite and the families as their authors tell of them', () => {
  const kite = counted(textOf('krackhardt_kite.edges.csv'))
  assert.deepEqual([kite.nodes['3']?.degree, kite.nodes['7']?.betweenness], [6, 14])
  assert.deepEqual(kite.network.bridges, [
    ['7', '8'],
    ['8', '9'],
  ])
  const { nodes, network } = counted(textOf('florentine.edges.csv'))
  assert.deepEqual([nodes['Medici']?.betweenness, nodes['Medici']?.degree], [47.5, 6])
  assert.deepEqual(network.articulationPoints, ['Medici', 'Albizzi', 'Salviati', 'Guadagni'])
})

test('a star is 1, a ring 0, and two islands are two', () => {
  const star = counted('source,target\nm,a\nm,b\nm,c\nm,d')
  assert.deepEqual([star.network.density, star.network.centralization, star.network.components], [0.4, 1, 1])
  assert.equal(counted('source,target\na,b\nb,c\nc,d\nd,e\ne,a').network.centralization, 0)
  const islands = counted('source,target\na,b\nc,d\nd,e')
  assert.equal(islands.network.components, 2)
  // Wasserman and Faust: a and b reach one of four others.
  assert.equal(islands.nodes['a']?.closeness, 0.25)
})

/** Lines at random with loops, repeats and islands; weights whose sums computers hold exactly. */
function linesAtRandom(chance: Chance): Edge[] {
  const nodes = 2 + chance.below(11)
  return Array.from({ length: 1 + chance.below(3 * nodes) }, () => ({
    source: `n${chance.below(nodes)}`,
    target: `n${chance.below(nodes)}`,
    weight: chance.pick([0.5, 1, 1, 2, 3]),
  }))
}

test('four hundred random networks: the same as counted by hand', () => {
  const chance = chanceOf('by hand')
  let withEigenvector = 0
  for (let nth = 0; nth < 400; nth++) {
    const reading = { directed: nth % 2 === 1, weighted: nth % 4 > 1 }
    const edges = linesAtRandom(chance)
    const [ours, theirs] = [measure(edges, reading), byHand(edges, reading)]
    const what = `${JSON.stringify(reading)} ${edges.map(({ source, target, weight }) => `${source} ${target} ${weight}`)}`
    for (const [id, node] of Object.entries(ours.nodes)) {
      const { eigenvector, ...others } = theirs.nodes[id]!
      for (const [name, figure] of Object.entries(others))
        assert.ok(Math.abs(node[name as keyof typeof others] - figure) < 1e-9, `${name} of ${id}: ${what}`)
      if (node.eigenvector === null || eigenvector === undefined) continue
      withEigenvector += 1
      assert.ok(Math.abs(node.eigenvector - eigenvector) < 1e-6, `eigenvector of ${id}: ${what}`)
    }
    const { centralization, modularity, ...network } = theirs.network
    assert.deepEqual({ ...ours.network, ...network }, ours.network, what)
    assert.ok(Math.abs((ours.network.centralization ?? 0) - centralization) < 1e-9, what)
    assert.ok(Math.abs(ours.network.modularity! - modularity(ours)) < 1e-9, what)
  }
  assert.ok(withEigenvector > 1500, `${withEigenvector}`)
})

test('five thousand nodes and fifteen thousand lines in seconds, the same every time', () => {
  const chance = chanceOf('a large town')
  const edges = Array.from({ length: 15_000 }, () => ({
    source: `n${chance.below(5000)}`,
    target: `n${chance.below(5000)}`,
    weight: 1,
  }))
  // The work of the processor, not the clock: others use this machine as well.
  const begun = process.cpuUsage()
  const once = measure(edges, undirected)
  const { user, system } = process.cpuUsage(begun)
  const seconds = (user + system) / 1e6
  console.log(`  5,000 nodes, 15,000 lines: ${seconds.toFixed(1)} s`)
  assert.ok(seconds < 30, `${seconds}`)
  assert.deepEqual(measure(edges.slice(0, 3000), undirected), measure(edges.slice(0, 3000), undirected))
  assert.equal(once.network.nodes, Object.keys(once.nodes).length)
})

test('a line that does not fit is told with its number and a remedy; the others count', () => {
  const text = [
    'Source;Target;Weight',
    'Anna;Bert;2',
    ';Bert;1',
    'Anna;;1',
    'Cor;Dina;nul',
    'Cor;Dina;-1',
    'Cor;Dina;',
    '"Els; van";"Bert";0,5',
    'Bert;Anna;3',
    '',
  ]
  const outcome = analyse(text.join('\r\n'), { directed: false, weighted: true })
  assert.ok(outcome.ok)
  assert.deepEqual(outcome.warnings, [
    'Line 3: nobody before the comma (target: Bert). Write source,target. This line is left out.',
    'Line 4: nobody after the comma (source: Anna). Write source,target. This line is left out.',
    'Line 5: “nul” is no weight. Write a number above 0, such as 1 or 2.5. This line is left out.',
    'Line 6: “-1” is no weight. Write a number above 0, such as 1 or 2.5. This line is left out.',
    'Line 7: no weight. Write a number above 0, such as 1 or 2.5. This line is left out.',
    'Line 9: these two stand in line 2 already. The last of them counts; remove the other.',
  ])
  assert.deepEqual(Object.keys(outcome.measures.nodes), ['Anna', 'Bert', 'Els; van'])
  assert.equal(outcome.measures.network.edges, 2)
})

test('a file without the right head is refused in a sentence', () => {
  const said = (text: string, weighted = false) => {
    const outcome = analyse(text, { directed: false, weighted })
    return outcome.ok ? '' : outcome.sentence
  }
  assert.match(said('van,naar\na,b'), /no columns “source” and “target” \(read: van,naar\)/)
  assert.match(said(''), /read: nothing/)
  assert.match(said('source,target\na,b', true), /no column “weight”/)
  assert.match(said('source,target,source\na,b,c'), /“source” stands there twice/)
  assert.equal(said('source,target'), '')
})

test('names are names, also one that means something to the language', () => {
  const { nodes } = counted('source,target\n__proto__,constructor\nconstructor,toString')
  assert.equal(Object.getOwnPropertyDescriptor(nodes, '__proto__')?.value.degree, 1)
  assert.equal(nodes['constructor']?.degree, 2)
})

test('where it is undefined there is no figure, and it says why', () => {
  const outcome = analyse('source,target\na,b\nb,c', { directed: true, weighted: false })
  assert.ok(outcome.ok)
  assert.equal(outcome.measures.nodes['a']?.eigenvector, null)
  assert.match(outcome.warnings.join(), /eigenvector is null/)
  const empty = counted('source,target\n')
  assert.deepEqual(empty, {
    nodes: {},
    network: {
      ...{ nodes: 0, edges: 0, density: 0, centralization: null, components: 0 },
      ...{ articulationPoints: [], bridges: [], modularity: null },
    },
  })
})
