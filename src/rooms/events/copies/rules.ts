import { type EventKind, linesOf } from '../rules.ts'

/** A playbook without its day, its people and its lines: a template, or what goes from one school to another. */
export type Draft = {
  title: string
  kind: EventKind
  tasks: { what: string; offset: number }[]
  materials: string | null
  risks: string | null
  remarks: string | null
  partnerTypes: string[]
}

export type Known = { people: readonly string[]; partners: readonly { name: string; kind: string | null }[] }

const months = [
  ...['jan(?:uari|uary)?', 'feb(?:ruari|ruary)?', 'mrt', 'maart', 'mar(?:ch)?', 'apr(?:il)?', 'mei', 'may', 'june?'],
  ...[
    'juni',
    'july?',
    'juli',
    'aug(?:ustus|ust)?',
    'sep(?:t|tember)?',
    'o[kc]t(?:ober)?',
    'nov(?:ember)?',
    'dec(?:ember)?',
  ],
].join('|')
/** A day of the year, as somebody writes it in a line. “Groep 1/2” is none. */
const someDay = new RegExp(
  `(?<![\\d:.])\\d{1,2}(?:\\s+(?:${months})(?!\\p{L})(?:\\s+\\d{4})?|[-/]\\d{1,2}[-/]\\d{2,4})(?!\\d)`,
  'giu',
)

/** A text without who and when: a partner by its kind, a person and a day as three dots. */
export function anonymous(text: string, { people, partners }: Known): string {
  return people.reduce(dotted, byKind(text, partners)).replace(someDay, gone)
}
const gone = '…'
const apart = /[\\^$.*+?()[\]{}|]/g
const literal = (name: string) => name.replace(apart, '\\$&')
const alone = (name: string, flags: string) => new RegExp(`(?<!\\p{L})(?:${name})(?!\\p{L})`, flags)

/** All at once, the longest name first: what stands in the place of one is not read again. */
function byKind(text: string, partners: Known['partners']): string {
  const named = partners.filter(({ name }) => name.length > 1).toSorted((a, b) => b.name.length - a.name.length)
  if (!named.length) return text
  const kinds = new Map(named.map(({ name, kind }) => [name.toLowerCase(), kind ? shortKind(kind) : gone]))
  return text.replace(
    alone(named.map(({ name }) => literal(name)).join('|'), 'giu'),
    (name) => kinds.get(name.toLowerCase()) ?? gone,
  )
}
/** “Openbare bibliotheek (de Bibliotheek op school)” is said in a line as “openbare bibliotheek”. */
export const shortKind = (kind: string) => {
  const short = (kind.split(/[(,:]/)[0] ?? kind).trim()
  return /^\p{Lu}\p{Ll}/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short
}

/** Her whole name or the first word of it, with its capital; the last only as one is addressed: Bakker is a trade too. */
function dotted(text: string, name: string): string {
  const [first = '', ...others] = name.split(' ')
  const parts = [name, first].filter((part) => part.length > 1)
  const shorter = parts.reduce((rest, part) => rest.replace(alone(literal(part), 'gu'), gone), text)
  const last = others.at(-1)
  if (!last) return shorter
  const addressed = `(?<!\\p{L})(juf|meester|mevrouw|meneer|mevr\\.?|mw\\.?|dhr\\.?|mrs?\\.?|ms\\.?)\\s+(?:\\p{Ll}+\\s+)*${literal(last)}(?!\\p{L})`
  return shorter.replace(new RegExp(addressed, 'giu'), (_, title: string) => `${title} ${gone}`)
}

const anonymousLines = (text: string | null, known: Known) =>
  text === null
    ? null
    : linesOf(text)
        .map((line) => anonymous(line, known))
        .join('\n')

type Whole = Draft & { partners: readonly { type: string | null }[] }
/** What another school gets to see: no day, nobody, and of each partner only which kind it is. */
export function draftOf(playbook: Whole, known: Known): Draft {
  const { title, kind, tasks, materials, risks, remarks, partnerTypes, partners } = playbook
  const types = partners.flatMap(({ type }) => (type ? [type] : []))
  return {
    title: anonymous(title, known),
    kind,
    tasks: tasks.map(({ what, offset }) => ({ what: anonymous(what, known), offset })),
    materials: anonymousLines(materials, known),
    risks: anonymousLines(risks, known),
    remarks: anonymousLines(remarks, known),
    partnerTypes: [...new Set([...partnerTypes, ...types])],
  }
}
export const textOf = ({ title, tasks, materials, risks, remarks }: Draft) =>
  [title, ...tasks.map(({ what }) => what), materials, risks, remarks].filter(Boolean).join('\n')
