import { BUILT_IN } from './cellvalue.ts'
import { attribute, pieces } from './xml.ts'

export type Workbook = {
  sheets: { name: string; path: string }[]
  strings: string[]
  formats: string[]
  since1904: boolean
}

/** What the sheets of a workbook share: their names and places, texts and number formats. */
export function readWorkbook(file: (path: string) => string | undefined): Workbook | undefined {
  const main = mainPath(file('_rels/.rels'))
  const book = file(main)
  if (book === undefined) return undefined
  const links = relations(file(main.replace(/([^/]+)$/, '_rels/$1.rels')) ?? '', main)
  const linked = (kind: string) => [...links.values()].find(({ type }) => type.endsWith(`/${kind}`))?.path
  return {
    ...sheetsOf(book, links),
    strings: sharedStrings(file(linked('sharedStrings') ?? 'xl/sharedStrings.xml') ?? ''),
    formats: cellFormats(file(linked('styles') ?? 'xl/styles.xml') ?? ''),
  }
}

function mainPath(rels = ''): string {
  const found = [...relations(rels, '').values()].find(({ type }) => type.endsWith('/officeDocument'))
  return found?.path ?? 'xl/workbook.xml'
}

type Link = { type: string; path: string }

function relations(xml: string, from: string): Map<string, Link> {
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : ''
  const links = new Map<string, Link>()
  for (const piece of pieces(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue
    const target = attribute(piece.attributes, 'Target') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')
    links.set(attribute(piece.attributes, 'Id') ?? '', { type: attribute(piece.attributes, 'Type') ?? '', path })
  }
  return links
}

function sheetsOf(book: string, links: Map<string, Link>): Pick<Workbook, 'sheets' | 'since1904'> {
  const sheets: Workbook['sheets'] = []
  let since1904 = false
  for (const piece of pieces(book)) {
    if (piece.kind !== 'open') continue
    if (piece.name === 'workbookPr') since1904 ||= /^(1|true)$/.test(attribute(piece.attributes, 'date1904') ?? '')
    if (piece.name !== 'sheet') continue
    const link = links.get(attribute(piece.attributes, 'r:id') ?? attribute(piece.attributes, 'id') ?? '')
    if (link?.type.endsWith('/worksheet'))
      sheets.push({ name: attribute(piece.attributes, 'name') ?? '', path: link.path })
  }
  return { sheets, since1904 }
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  let reading = 0 // inside <rPh>: how it is pronounced, which nobody sees
  for (const piece of pieces(xml)) {
    if (piece.kind === 'text') text += inText && reading === 0 ? piece.text : ''
    else if (piece.name === 't') inText = piece.kind === 'open' && !piece.closed
    else if (piece.name === 'rPh') reading += piece.kind === 'close' ? -1 : 1
    else if (piece.name === 'si' && (piece.kind === 'close' || piece.closed)) {
      strings.push(unescapeCell(text))
      text = ''
    }
  }
  return strings
}

function cellFormats(xml: string): string[] {
  const named = new Map<number, string>()
  const formats: string[] = []
  let inCells = false
  for (const piece of pieces(xml)) {
    if (piece.kind === 'text') continue
    if (piece.name === 'cellXfs') inCells = piece.kind === 'open'
    if (piece.kind !== 'open') continue
    const id = Number(attribute(piece.attributes, 'numFmtId') ?? 0)
    if (piece.name === 'numFmt') named.set(id, attribute(piece.attributes, 'formatCode') ?? '')
    if (piece.name === 'xf' && inCells) formats.push(named.get(id) ?? BUILT_IN[id] ?? '')
  }
  return formats
}

/** Excel writes signs that XML cannot hold as _x000D_. */
export const unescapeCell = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
