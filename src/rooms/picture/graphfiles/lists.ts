import { writeCsv } from '#kit/sheet/write.ts'
import { type Column, type Drawing, type Facts, say } from './drawing.ts'

/** The lines as a list: `source;target;weight`, then every fact. `kortelijnen network analyse` reads it. */
export const writeEdgeList = ({ edgeColumns, edges }: Drawing): Uint8Array =>
  writeCsv([
    ['source', 'target', 'weight', ...edgeColumns.map(({ title }) => title)],
    ...edges.map(({ source, target, weight, facts }) => [source, target, say(weight), ...cells(edgeColumns, facts)]),
  ])

/** The things as a list: `id;label`, then every fact. */
export const writeNodeList = ({ nodeColumns, nodes }: Drawing): Uint8Array =>
  writeCsv([
    ['id', 'label', ...nodeColumns.map(({ title }) => title)],
    ...nodes.map(({ id, label, facts }) => [id, label, ...cells(nodeColumns, facts)]),
  ])

const cells = (columns: readonly Column[], facts: Facts) =>
  columns.map(({ id }) => {
    const value = facts[id]
    return value === null || value === undefined ? '' : say(value)
  })
