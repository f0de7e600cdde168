/** Text within XML. What XML 1.0 cannot say at all, such as a control character, is left out. */
export const asText = (text: string) =>
  [...text.toWellFormed()]
    .filter(canBeSaid)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')

const canBeSaid = (sign: string) => (sign >= ' ' ? sign !== '\ufffe' && sign !== '\uffff' : '\t\n\r'.includes(sign))

type Attributes = Readonly<Record<string, string | number | boolean>>

const opened = (name: string, attributes: Attributes) =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${asText(String(value))}"`)
    .join('')}`

/** An element as lines, each two spaces further in than what is around it. */
export function element(name: string, attributes: Attributes, inside: readonly string[] | string = []): string[] {
  if (typeof inside === 'string') return [`${opened(name, attributes)}>${asText(inside)}</${name}>`]
  if (!inside.length) return [`${opened(name, attributes)}/>`]
  return [`${opened(name, attributes)}>`, ...inside.map((line) => `  ${line}`), `</${name}>`]
}

export const xmlFile = (lines: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`
