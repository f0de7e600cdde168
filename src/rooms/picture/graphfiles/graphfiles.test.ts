import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readEdges } from '../measures/edgelist.ts'
import type { Drawing } from './drawing.ts'
import { writeGexf } from './gexf.ts'
import { writeGraphml } from './graphml.ts'
import { writeEdgeList, writeNodeList } from './lists.ts'

/** Every kind of fact, a fact that is missing, and names that would break a careless file. */
const drawing: Drawing = {
  title: 'De Regenboog & <vrienden>',
  day: '2026-11-21',
  directed: false,
  nodeColumns: [
    { id: 'kind', title: 'kind', type: 'string' },
    { id: 'sector', title: 'sector', type: 'string' },
    { id: 'faces', title: 'faces', type: 'integer' },
    { id: 'hours', title: 'hours', type: 'double' },
    { id: 'law', title: 'law', type: 'boolean' },
  ],
  edgeColumns: [{ id: 'as', title: 'as', type: 'string' }],
  nodes: [
    { id: 'p1', label: 'Ineke "Ien" de Wit', facts: { kind: 'colleague' } },
    {
      id: 'r1',
      label: 'Bieb & <Zo>',
      facts: { kind: 'partner', sector: 'cultuur', faces: 2, hours: 1.5, law: true },
    },
    { id: 'r2', label: '=GGD\u0007 één\nregel', facts: { kind: 'partner', faces: 0, hours: 0, law: false } },
    { id: 'r3', label: 'Niemands lijn 🎻', facts: { kind: 'partner', sector: null } },
  ],
  edges: [
    { id: 'e1', source: 'p1', target: 'r1', weight: 1, facts: { as: 'holds' } },
    { id: 'e2', source: 'p1', target: 'r2', weight: 2.5, facts: { as: 'deputy; "ziek"' } },
  ],
}

const folder = join(import.meta.dirname, '../../../../test/material/networks')
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

for (const [file, written] of [
  ['klein.gexf', writeGexf(drawing)],
  ['klein.graphml', writeGraphml(drawing)],
  ['klein-lijnen.csv', text(writeEdgeList(drawing))],
  ['klein-punten.csv', text(writeNodeList(drawing))],
] as const)
  test(`${file}: as committed, with every fact`, () => {
    // Draw anew with: REDRAW=1, and read what changed before you commit it.
    if (process.env['REDRAW']) writeFileSync(join(folder, file), written)
    assert.equal(written, readFileSync(join(folder, file), 'utf8'))
  })

test('our own list of lines is read by our own analysis', () => {
  const read = readEdges(text(writeEdgeList(drawing)), { directed: false, weighted: true })
  assert.ok(read.ok)
  assert.deepEqual(read.edges, [
    { source: 'p1', target: 'r1', weight: 1 },
    { source: 'p1', target: 'r2', weight: 2.5 },
  ])
  assert.deepEqual(read.remarks, [])
})

test('nothing in a name can end an element or begin another', () => {
  for (const file of [writeGexf(drawing), writeGraphml(drawing)]) {
    assert.doesNotMatch(file, /<Zo>|<vrienden>/)
    assert.ok(!file.includes('\u0007'))
    assert.match(file, /Bieb &amp; &lt;Zo&gt;/)
  }
})
