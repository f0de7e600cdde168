import { findMails, findPhones, withoutMails } from '#kit/sheet/contact.ts'
import { isName } from '#kit/sheet/personname.ts'
import { readDays } from '#kit/sheet/weekdays.ts'
import { readRoles, takeGroups } from './roles.ts'
import type { StaffField } from './staffcolumns.ts'

type Cell = { field: StaffField; value: string; day: undefined }

/** "- Anja de Jong (IB), ma-wo, a@x.nl": one line of a pasted list, told apart by what the parts look like. */
export function readLoose(text: string): Cell[] {
  const cells: Cell[] = []
  const add = (field: StaffField, value: string) => cells.push({ field, value, day: undefined })
  for (const { mail } of findMails(text)) add('mail', mail)
  const [phone] = findPhones(text)
  if (phone) add('phone', phone.phone)
  const bare = withoutMails(phone ? text.slice(0, phone.from) + text.slice(phone.to) : text)
  for (const part of partsOf(bare)) {
    const named = cells.some(({ field }) => field === 'name')
    const kind = kindOf(part)
    if (!named && (isName(untitled(part)) || kind === 'note')) add('name', untitled(part))
    else add(kind, part)
  }
  return cells.length > 0 ? cells : [{ field: 'name', value: text.trim(), day: undefined }]
}

const untitled = (part: string) => part.replace(/^(juf|juffrouw|meester|meneer)\s+(?=\p{L})/iu, '')

function partsOf(line: string): string[] {
  const tidy = line
    .replace(/\s+/g, ' ')
    .replace(/^\s*([-–•*·]|\d{1,2}[.)])\s+/, '')
    .replace(/([\p{Lu}][\p{L}-]+), ((?:\p{Lu}\.)+(?: [a-z' ]+)?)(?=[\s,;(]|$)/gu, '$2 $1')
  return tidy
    .split(/\s*[,;:|()\t]\s*|\s+[-–]\s+/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part))
}

function kindOf(part: string): StaffField {
  const { days, rest } = readDays(part)
  if (days.length > 0 && rest === '') return 'days'
  if (readRoles(part).roles.length > 0) return 'role'
  return takeGroups(part).groups.length > 0 ? 'group' : 'note'
}
