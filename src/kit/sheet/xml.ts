export type Piece =
  | { kind: 'open'; name: string; attributes: string; closed: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

/** The pieces of an XML text in order; prefixes dropped, no entities but the built-in ones, so nothing can explode. */
export function* pieces(xml: string): Generator<Piece> {
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    if (open !== at) yield { kind: 'text', text: unescapeXml(xml.slice(at, open < 0 ? undefined : open)) }
    if (open < 0) return
    const special = SPECIAL.find(([start]) => xml.startsWith(start, open))
    const end = special ? xml.indexOf(special[1], open + special[0].length) : tagEnd(xml, open + 1)
    if (end < 0) return
    if (special?.[0] === '<![CDATA[') yield { kind: 'text', text: xml.slice(open + 9, end) }
    else if (!special) yield tag(xml.slice(open + 1, end))
    at = end + (special ? special[1].length : 1)
  }
}

const patterns = new Map<string, RegExp>()

export function attribute(attributes: string, name: string): string | undefined {
  if (attributes === '') return undefined
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  const found = pattern.exec(attributes)
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : undefined
}

function tag(inner: string): Piece {
  if (inner.startsWith('/')) return { kind: 'close', name: bareName(inner.slice(1).trim()) }
  const closed = inner.endsWith('/')
  const body = closed ? inner.slice(0, -1) : inner
  const space = body.search(/\s/)
  const name = bareName(space < 0 ? body : body.slice(0, space))
  return { kind: 'open', name, attributes: space < 0 ? '' : body.slice(space), closed }
}

function tagEnd(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at++) {
    const sign = xml[at] ?? ''
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at
  }
  return -1
}

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x?[0-9a-f]+|lt|gt|amp|quot|apos);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const bareName = (name: string) => name.slice(name.indexOf(':') + 1)

const SPECIAL = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
