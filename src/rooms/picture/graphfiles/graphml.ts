import { type Column, type Drawing, type Facts, known } from './drawing.ts'
import { element, xmlFile } from './xml.ts'

const types = { string: 'string', integer: 'int', double: 'double', boolean: 'boolean' } as const
const label: Column = { id: 'label', title: 'label', type: 'string' }
const weight: Column = { id: 'weight', title: 'weight', type: 'double' }

/** GraphML, flat: no graphs within graphs and no lines between more than two, which Gephi does not read. */
export function writeGraphml({ title, directed, nodeColumns, edgeColumns, nodes, edges }: Drawing): string {
  const around = {
    xmlns: 'http://graphml.graphdrawing.org/xmlns',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': 'http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd',
  }
  const [ofNode, ofEdge] = [
    [label, ...nodeColumns],
    [weight, ...edgeColumns],
  ]
  return xmlFile(
    element('graphml', around, [
      ...element('desc', {}, title),
      ...ofNode.flatMap((column) => key('node', column)),
      ...ofEdge.flatMap((column) => key('edge', column)),
      ...element('graph', { edgedefault: directed ? 'directed' : 'undirected' }, [
        ...nodes.flatMap(({ id, label, facts }) => element('node', { id }, data('node', ofNode, { ...facts, label }))),
        ...edges.flatMap(({ id, source, target, weight, facts }) =>
          element('edge', { id, source, target }, data('edge', ofEdge, { ...facts, weight })),
        ),
      ]),
    ]),
  )
}

// A key has one name in the whole file, so that of a line stands apart from that of a thing.
const idOf = (of: 'node' | 'edge', { id }: Column) => `${of}.${id}`

const key = (of: 'node' | 'edge', column: Column) =>
  element('key', { id: idOf(of, column), for: of, 'attr.name': column.title, 'attr.type': types[column.type] })

const data = (of: 'node' | 'edge', columns: readonly Column[], facts: Facts) =>
  known(columns, facts).flatMap(({ column, value }) => element('data', { key: idOf(of, column) }, value))
