/** Stands in a letter above which one answers; everything from there on is the letter itself. */
export const answerAbove = '##-'

const longest = 4000
const cuts: readonly RegExp[] = [
  /^[>|\s]*##-/,
  /^\s*-{2,}\s*(?:oorspronkelijk bericht|originele? bericht|doorgestuurd bericht|original message|forwarded message)/i,
  /^\s*_{10,}\s*$/,
  /^\s*(?:op|on|am|le)\b.{6,160}\b(?:schreef|wrote|schrieb|a écrit)\b.{0,80}:\s*$/i,
  /^-- ?$/,
]
/** A mail program that breaks “Op ma 3 jan schreef … <…@…>:” over two lines. */
const cutInTwo = /^\s*(?:op|on)\b.{6,160}$/i
const secondHalf = /\b(?:schreef|wrote)\b.{0,120}:\s*$|^\s*<?[^\s@<>]+@[^\s@<>]+>?.{0,40}(?:schreef|wrote).{0,80}:\s*$/i
const headLine = /^\s*\*?(?:van|from|von)\s*:\*?\s/i
const nextHeadLine = /^\s*\*?(?:verzonden|datum|sent|date|aan|to|onderwerp|subject)\s*:/i
const fromPhone = /^\s*(?:verstuurd|verzonden|sent) (?:vanaf|van|via|met|from|with|using) .{2,40}$/i

/** What somebody wrote herself: without what she answers to, without a signature. */
export function ownWords(text: string): { text: string; quoted: boolean } {
  const lines = text.replace(/\r\n?/g, '\n').slice(0, 200_000).split('\n')
  const end = lines.findIndex((_, at) => startsQuote(lines, at))
  const before = end < 0 ? lines : lines.slice(0, end)
  const own = before.filter((line) => !/^\s*>/.test(line))
  // Line by line: a pattern for blanks before a line end would look at a long blank from each of its places anew.
  const left = own.filter((line) => !fromPhone.test(line)).map((line) => line.trimEnd())
  const tidy = left
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { text: tidy.slice(0, longest), quoted: end >= 0 || own.length < before.length }
}

function startsQuote(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  const next = lines[at + 1] ?? ''
  if (cuts.some((cut) => cut.test(line))) return true
  if (cutInTwo.test(line) && secondHalf.test(next)) return true
  return headLine.test(line) && lines.slice(at + 1, at + 4).some((one) => nextHeadLine.test(one))
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', euro: '€' }

/** The words of a letter that came as HTML only. */
export function wordsOfHtml(html: string): string {
  return ['style', 'script', 'head', 'title']
    .reduce(withoutPart, html.slice(0, 200_000))
    .replace(
      /<(?:blockquote|div[^<>]{0,200}(?:gmail_quote|divRplyFwdMsg|moz-cite-prefix))[\s\S]*/i,
      `\n${answerAbove}\n`,
    )
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^<>]{0,500}>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => entity(name) ?? whole)
}

/** By looking for the ends, not by a pattern: a letter full of beginnings without ends would keep a pattern busy. */
function withoutPart(html: string, tag: string): string {
  const small = html.toLowerCase()
  const kept: string[] = []
  let at = 0
  for (let from = small.indexOf(`<${tag}`); from >= 0; from = small.indexOf(`<${tag}`, at)) {
    kept.push(html.slice(at, from))
    const end = small.indexOf(`</${tag}>`, from)
    if (end < 0) return kept.join('')
    at = end + tag.length + 3
  }
  return [...kept, html.slice(at)].join('')
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()]
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 31 && code < 0x11_0000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
}
