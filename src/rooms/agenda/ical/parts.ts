import { type Line, type Problem, readLine, unfold } from './lines.ts'

/** A part of a calendar, BEGIN to END, with the parts inside it. */
export type Part = { kind: string; lines: Line[]; parts: Part[]; at: number }

const deepest = 20
// A calendar object begins here, whatever was left open before it.
const beginsAnew = /^(VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VCALENDAR)$/

/** The parts of a calendar as far as they can be read; what is broken is passed over and told. */
export function readParts(text: string, tell: (problem: Problem) => void): Part[] {
  const root: Part = { kind: '', lines: [], parts: [], at: 0 }
  let open: Part[] = [root]
  for (const raw of unfold(text)) {
    const line = readLine(raw)
    const top = open.at(-1)!
    if (!line) tell({ what: 'line', at: raw.at })
    else if (line.name === 'BEGIN') open = begin(open, line, tell)
    else if (line.name === 'END') open = end(open, line, tell)
    else top.lines.push(line)
  }
  for (const { at } of open.slice(1).reverse()) tell({ what: 'not-closed', at })
  return all(root)
}

function begin(open: Part[], { value, at }: Line, tell: (problem: Problem) => void): Part[] {
  const kind = value.toUpperCase()
  const left = beginsAnew.test(kind)
    ? open.findIndex((part) => beginsAnew.test(part.kind) && closes(part.kind, kind))
    : -1
  if (left > 0) tell({ what: 'not-closed', at: open[left]!.at })
  const still = left > 0 ? open.slice(0, left) : open
  const part: Part = { kind, lines: [], parts: [], at }
  // Deeper than anybody nests: it is passed over, and its END with it.
  if (still.length < deepest) still.at(-1)!.parts.push(part)
  return [...still, part]
}

const closes = (kind: string, next: string) => kind !== 'VCALENDAR' || next === 'VCALENDAR'

function end(open: Part[], { value, at }: Line, tell: (problem: Problem) => void): Part[] {
  const kind = value.toUpperCase()
  const place = open.findLastIndex((part) => part.kind === kind)
  if (place < 1) {
    tell({ what: 'line', at })
    return open
  }
  if (place < open.length - 1) tell({ what: 'not-closed', at: open[place + 1]!.at })
  return open.slice(0, place)
}

/** Calendars and what stands outside of one: some programs forget VCALENDAR. */
function all(root: Part): Part[] {
  const calendars = root.parts.filter(({ kind }) => kind === 'VCALENDAR')
  const loose = root.parts.filter(({ kind }) => kind !== 'VCALENDAR')
  return loose.length ? [...calendars, { ...root, parts: loose }] : calendars
}

export const lineOf = (part: Part, name: string) => part.lines.find((line) => line.name === name)
export const linesOf = (part: Part, name: string) => part.lines.filter((line) => line.name === name)
