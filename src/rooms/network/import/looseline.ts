import { findMails, findPhones, withoutMails } from '#kit/sheet/contact.ts'
import { isName } from '#kit/sheet/personname.ts'
import { WORK } from './contacts.ts'
import type { Field } from './fields.ts'
import { guessType } from './guesstype.ts'
import type { Cell } from './row.ts'

/** "Wijkteam Noord, Hans Pot (0299-123123)": one line of a pasted list, without columns. */
export function readLoose(text: string): Cell[] {
  const line = text.slice(0, 1000).replace(/^\s*([-–•*·]|\d{1,2}[.)])\s+/, '')
  const reach = [
    ...findMails(line).map(({ mail }) => mail),
    ...findPhones(withoutMails(line)).map(({ phone }) => phone),
  ]
  const parts = partsOf(line)
  const [name = '', ...rest] = kindFirst(parts)
  const person = rest.find(
    (part) => isName(part) && !WORK.test(part) && (TITLE.test(part) || guessType(part).sure < 0.6),
  )
  const others = rest.filter((part) => part !== person)
  const cells: [Field, string][] = [
    ['name', name],
    ['contact', person ?? ''],
    ...others.map((part): [Field, string] => [person && WORK.test(part) ? 'contactWork' : 'kind', part]),
  ]
  const told = cells.map(([field, value]) => cell(field, value))
  return [
    ...told,
    ...reach.map((value) => cell(person ? 'contactReach' : value.includes('@') ? 'mail' : 'phone', value)),
  ].filter(({ value }) => value !== '')
}

const cell = (field: Field, value: string): Cell => ({ field, value, at: 0, day: undefined, head: '' })

function partsOf(line: string): string[] {
  const bare = findPhones(withoutMails(line)).reduceRight(
    (text, { from, to }) => text.slice(0, from) + text.slice(to),
    withoutMails(line),
  )
  return bare
    .split(/\s*[,;|()\t]\s*|\s+[-–]\s+|(?<=:)\s+/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part))
}

/** "Logopedie: Spraakwater": what stands before a colon is the kind, not the name. */
function kindFirst(parts: string[]): string[] {
  const [first = '', second = '', ...rest] = parts
  return first.endsWith(':') && second !== '' ? [second, first.slice(0, -1), ...rest] : parts
}

const TITLE = /^(mw|mevr|mevrouw|dhr|meneer)\b/i
