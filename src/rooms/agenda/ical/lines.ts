/** One line of a calendar: NAME;PARAM=value:value. */
export type Line = { name: string; params: Readonly<Record<string, string>>; value: string; at: number }

/** What could not be read. Never what stood there: that may be a title. */
export type Problem = {
  what:
    | 'not-a-calendar'
    | 'too-large'
    | 'line'
    | 'not-closed'
    | 'start'
    | 'end'
    | 'repeats'
    | 'exception'
    | 'zone'
    | 'often'
  at: number
}

/** Bytes as text, also when somebody saved them as UTF-16. What is no UTF-8 costs a letter in a title, never a time. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

/** Lines folded over several are one line again; the number is that of where it began. */
export function unfold(text: string): { text: string; at: number }[] {
  const whole: { pieces: string[]; at: number }[] = []
  let at = 0
  for (const line of text.split(/\r\n|\n|\r/)) {
    at++
    const last = whole.at(-1)
    if (last && (line.startsWith(' ') || line.startsWith('\t'))) last.pieces.push(line.slice(1))
    else if (line.trim()) whole.push({ pieces: [line], at })
  }
  return whole.map(({ pieces, at }) => ({ text: pieces.join(''), at }))
}

export function readLine({ text, at }: { text: string; at: number }): Line | undefined {
  const name = /^\s*([A-Za-z0-9.-]+)(?=[;:])/.exec(text)
  if (!name) return undefined
  const rest = text.slice(name[0].length)
  const colon = colonOf(rest)
  if (colon < 0) return undefined
  // A group (item1.DTSTART) is no part of the name.
  const plain = name[1]!.toUpperCase().split('.').at(-1)!
  return { name: plain, params: paramsOf(rest.slice(0, colon)), value: rest.slice(colon + 1).trim(), at }
}

/** The colon that ends the parameters: the first outside quotes; where quotes are never closed, the last of all. */
function colonOf(rest: string): number {
  let quoted = false
  for (let place = 0; place < rest.length; place++) {
    if (rest[place] === '"') quoted = !quoted
    else if (rest[place] === ':' && !quoted) return place
  }
  return quoted ? rest.lastIndexOf(':') : -1
}

function paramsOf(text: string): Record<string, string> {
  const params: Record<string, string> = {}
  for (const [, name, quoted, plain] of text.matchAll(/;([^=;"]+)=(?:"([^"]*)"?|([^;]*))/g))
    params[name!.trim().toUpperCase()] ??= (quoted ?? plain ?? '').trim()
  return params
}
