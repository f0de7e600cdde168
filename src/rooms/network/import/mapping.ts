import { type Column, type Mapping, proposeColumns } from '#kit/sheet/columns.ts'
import {
  findMails,
  findPhones,
  isMail,
  readPhone,
  readPostcode,
  readWebsite,
  withoutMails,
} from '#kit/sheet/contact.ts'
import { readDay } from '#kit/sheet/day.ts'
import { isName } from '#kit/sheet/personname.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { readDays } from '#kit/sheet/weekdays.ts'
import { isExport } from './exportheads.ts'
import { type Field, meaningOf } from './fields.ts'
import { guessType } from './guesstype.ts'

/** `exact`: this is our own export, to be read back letter by letter. */
export type PartnerMapping = Mapping<Field> & { exact: boolean }
export type PartnerColumn = Column<Field>

/** Which column of a partner list holds what, how sure, and three examples to judge by. */
export function proposeMapping(sheet: Sheet): PartnerMapping {
  const mapping = proposeColumns<Field>(sheet, {
    meaning: meaningOf,
    guessable: GUESSABLE,
    judge: judgeCell,
    many: MANY,
  })
  const exact = isExport(sheet.rows[0] ?? [])
  return { ...mapping, columns: exact ? mapping.columns : withNeighbours(nameFirst(mapping.columns)), exact }
}

/** A list of partners has a column with their names; when no head says which, it is the first one with words. */
function nameFirst(columns: PartnerColumn[]): PartnerColumn[] {
  if (columns.some(({ field }) => field === 'name')) return columns
  const open = ({ field, head }: PartnerColumn) =>
    !field || field === 'kind' || (field === 'contact' && /^(wie\??)?$/i.test(head.trim()))
  const free = columns.find((column) => open(column) && column.examples.some((cell) => /\p{L}{2}/u.test(cell)))
  return columns.map((column) => (column === free ? { ...column, field: 'name', sure: 0.3 } : column))
}

/** "Contactpers. | Telefoon | Mail": a phone right after a contact is the contact's; one further on, too, if there was one before. */
function withNeighbours(columns: PartnerColumn[]): PartnerColumn[] {
  let contact: PartnerColumn | undefined
  return columns.map((column) => {
    if (column.field === 'contact' || column.field === 'contactName') contact = column
    else if (column.field && !OF_CONTACT[column.field] && !column.field.startsWith('contact')) contact = undefined
    const field = column.field && contact ? OF_CONTACT[column.field] : undefined
    if (!field || !contact) return column
    return {
      ...column,
      field,
      sure: Math.min(column.sure, 0.8),
      ...(contact.at === undefined ? {} : { at: contact.at }),
    }
  })
}

const OF_CONTACT: Partial<Record<Field, Field>> = { phone: 'contactPhone', mail: 'contactMail', reach: 'contactReach' }

/** How well a cell suits a field: 1 suits, -1 cannot be, 0 says nothing. */
export function judgeCell(field: Field, cell: string): number {
  switch (field) {
    case 'mail':
    case 'contactMail':
      return isMail(cell) ? 1 : findMails(cell).length > 0 ? 0.7 : -1
    case 'phone':
    case 'contactPhone':
      return readPhone(cell) ? 1 : findPhones(cell).length > 0 ? 0.7 : -1
    case 'reach':
    case 'contactReach':
      return findMails(cell).length + findPhones(cell).length > 0 ? 0.6 : -1
    case 'website':
      return readWebsite(cell) && !cell.includes('@') ? 1 : -1
    case 'postcode':
      return readPostcode(cell) && cell.trim().length < 8 ? 1 : -1
    case 'address':
      return readPostcode(cell) || /^\p{L}[\p{L} .'-]+ \d{1,4}( ?[a-z])?\b/iu.test(cell) ? 0.8 : -0.5
    case 'since':
      return readDay(cell) ? 0.9 : -0.8
    case 'presence':
    case 'contactDays':
      return readDays(cell).days.length > 0 ? 0.9 : -0.5
    case 'contact':
      return judgeContact(cell)
    case 'kind':
      return guessType('', cell).sure > 0.7 ? 0.6 : -0.1
    case 'name':
      return /@|^\+?[\d\s()-]+$|^(mw|mevr|mevrouw|dhr)\b/i.test(cell) ? -1 : guessType(cell).sure > 0.5 ? 0.8 : 0.1
    default:
      return 0
  }
}

function judgeContact(cell: string): number {
  const rest = withoutMails(cell)
    .replace(/[\d()+./–-]{6,}/g, ' ')
    .trim()
  const reach = findMails(cell).length + findPhones(cell).length > 0
  return isName(rest) ? (reach ? 1 : 0.6) : reach && /\p{Lu}/u.test(rest) ? 0.8 : -0.3
}

const GUESSABLE: readonly Field[] = [
  'mail',
  'phone',
  'website',
  'postcode',
  'address',
  'since',
  'presence',
  'contact',
  'kind',
  'name',
  'reach',
]
const MANY: readonly Field[] = [
  'note',
  'topics',
  'presenceDay',
  'contact',
  'contactName',
  'contactPhone',
  'contactMail',
  'contactWork',
  'phone',
  'mail',
  'address',
  'motives',
  'levels',
]
