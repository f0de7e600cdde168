import { type EdgeList, type Remark, readEdges } from './edgelist.ts'
import { type Measures, measure } from './measure.ts'

export type Analysis = { ok: true; measures: Measures; warnings: string[] } | { ok: false; sentence: string }

/** A file of lines in, everything that can be counted out, for `kortelijnen network analyse`. No clock, no database. */
export function analyse(text: string, reading: { directed: boolean; weighted: boolean }): Analysis {
  const list = readEdges(text, reading)
  if (!list.ok) return { ok: false, sentence: refusal(list) }
  const measures = measure(list.edges, reading)
  const undefinedHere =
    measures.network.edges > 0 && Object.values(measures.nodes).some((node) => node.eigenvector === null)
  return {
    ok: true,
    measures,
    warnings: [...list.remarks.map(warning), ...(undefinedHere ? [noEigenvector] : [])],
  }
}

const noEigenvector =
  'eigenvector is null: it is undefined for these lines, because nothing goes round or two parts weigh the same. Use pagerank instead.'

function refusal({ because, said }: Extract<EdgeList, { ok: false }>): string {
  if (because === 'no-weight-column')
    return `Line 1: there is no column “weight” (read: ${said}). Add it, or leave --weighted out.`
  if (because === 'header-twice') return `Line 1: the column “${said}” stands there twice. Keep one of them.`
  return `Line 1: no columns “source” and “target” (read: ${said || 'nothing'}). Begin the file with: source,target or source,target,weight`
}

const left = 'This line is left out.'
const sentences: Record<Remark['because'], (said: string) => string> = {
  'no-source': (said) => `nobody before the comma (target: ${said || 'nobody'}). Write source,target. ${left}`,
  'no-target': (said) => `nobody after the comma (source: ${said}). Write source,target. ${left}`,
  'no-weight': () => `no weight. Write a number above 0, such as 1 or 2.5. ${left}`,
  'bad-weight': (said) => `“${said}” is no weight. Write a number above 0, such as 1 or 2.5. ${left}`,
  repeated: (said) => `these two stand in line ${said} already. The last of them counts; remove the other.`,
  quote: () => 'a quotation mark that never closes. It was read as a plain sign; close it, or remove it.',
}
const warning = ({ line, because, said }: Remark) => `Line ${line}: ${sentences[because](said)}`
