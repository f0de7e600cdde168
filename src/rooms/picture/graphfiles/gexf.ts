import { type Column, type Drawing, type Facts, known } from './drawing.ts'
import { element, xmlFile } from './xml.ts'

/** GEXF 1.3, static: networkx opens it with every fact (`npm run check:clients`). */
export function writeGexf({ title, day, directed, nodeColumns, edgeColumns, nodes, edges }: Drawing): string {
  const kind = directed ? 'directed' : 'undirected'
  const around = {
    xmlns: 'http://gexf.net/1.3',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': 'http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd',
    version: '1.3',
  }
  return xmlFile(
    element('gexf', around, [
      ...element('meta', { lastmodifieddate: day }, [
        ...element('creator', {}, 'Korte Lijnen'),
        ...element('description', {}, title),
      ]),
      ...element('graph', { defaultedgetype: kind, mode: 'static' }, [
        ...columnsFor('node', nodeColumns),
        ...columnsFor('edge', edgeColumns),
        ...element(
          'nodes',
          {},
          nodes.flatMap(({ id, label, facts }) => element('node', { id, label }, values(nodeColumns, facts))),
        ),
        ...element(
          'edges',
          {},
          edges.flatMap(({ id, source, target, weight, facts }) =>
            element('edge', { id, source, target, type: kind, weight }, values(edgeColumns, facts)),
          ),
        ),
      ]),
    ]),
  )
}

const columnsFor = (of: 'node' | 'edge', columns: readonly Column[]) =>
  columns.length
    ? element(
        'attributes',
        { class: of, mode: 'static' },
        columns.flatMap(({ id, title, type }) => element('attribute', { id, title, type })),
      )
    : []

function values(columns: readonly Column[], facts: Facts): string[] {
  const said = known(columns, facts)
  if (!said.length) return []
  return element(
    'attvalues',
    {},
    said.flatMap(({ column, value }) => element('attvalue', { for: column.id, value })),
  )
}
