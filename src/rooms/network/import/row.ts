import {
  findMails,
  findPhones,
  isMail,
  readPhone,
  readPostcode,
  readWebsite,
  showPhone,
  withoutMails,
} from '#kit/sheet/contact.ts'
import { undoDay } from '#kit/sheet/day.ts'
import { readDays, readMark } from '#kit/sheet/weekdays.ts'
import { WEEK } from '#kit/sheet/weekdaywords.ts'
import { type Address, readAddress } from './address.ts'
import { deal, dealByName, isGeneral, splitContacts, straighten } from './contacts.ts'
import type { Field } from './fields.ts'
import { formOf } from './form.ts'
import {
  type Contact,
  emptyPartner,
  type NoteCode,
  type Partner,
  type PartnerRow,
  type Presence,
  type Tell,
} from './partner.ts'
import { readForm, readLevel, readList, readMotive, readObligation, readScale, splitList } from './vocabulary.ts'
import { readEnd, readSince } from './when.ts'

export type Cell = { field: Field; value: string; at: number; day: number | undefined; head: string }

/** One row by field to one partner. What is not understood is told, and kept in the note. */
export function readRow(cells: Cell[], line: number, tell: Tell): PartnerRow {
  const of = (...fields: Field[]) => cells.filter(({ field }) => fields.includes(field)).map(({ value }) => value)
  const left: string[] = []
  const keep: Keep = (because, value, head) => {
    tell(because, value)
    if (LOST.has(because)) left.push(head ? `${head}: ${value}` : value)
  }
  const name = (of('name')[0] ?? '').replace(/\s+/g, ' ').replace(/^[-–•*·▪]\s+/, '')
  const people = readPeople(cells, keep)
  const { spare, ...owners } = readOwners(of('owner')[0] ?? '', of('deputy')[0] ?? '')
  // There is no place for moments of contact yet. Whoever keeps them is told, line by line.
  for (const { value, head } of cells.filter(({ field }) => field === 'spoken'))
    tell('not-taken', head ? `${head}: ${value}` : value)
  if (spare) left.push(`${cells.find(({ field }) => field === 'owner')?.head ?? ''}: ${spare}`)
  return {
    ...emptyPartner(),
    name,
    form: readForm(of('form')[0] ?? '') ?? formOf(name),
    type: of('type')[0]?.match(/^[a-z_]+$/)?.[0] ?? '',
    kind: [...of('kind'), ...of('type').filter((text) => !/^[a-z_]+$/.test(text))].join(', '),
    sector: of('sector')[0] ?? '',
    ...readPlace(cells, tell),
    website: readSite(of('website')[0] ?? '', keep),
    ...people,
    ...readWords(cells, keep),
    topics: [...new Set(of('topics').flatMap(splitList))],
    since: readSince(of('since')[0] ?? '', keep),
    ends: readEnd(cells.find(({ field }) => field === 'ends') ?? {}, keep),
    ...owners,
    presence: readPresence(cells, keep),
    room: of('room')[0] ?? '',
    note: [...of('note'), ...left].join('\n'),
    partOf: of('partOf')[0] ?? '',
    reply: of('reply')[0] ?? '',
    lines: [line],
    typeSure: 0,
  }
}

export type Keep = (because: Parameters<Tell>[0], value: string, head?: string) => void

function readPlace(cells: Cell[], tell: Tell): Pick<Partner, 'street' | 'houseNumber' | 'postcode' | 'place'> {
  const of = (field: Field) => cells.find((cell) => cell.field === field)?.value ?? ''
  const addresses = cells.filter(({ field }) => field === 'address').map(addressIn)
  const from = (part: keyof ReturnType<typeof readAddress>) => addresses.map((one) => one[part]).find(Boolean) ?? ''
  const typed = of('houseNumber')
  const mended = undoDay(typed)
  if (mended) tell('house-number-mended', `${typed} → ${mended}`)
  if (of('postcode') && !readPostcode(of('postcode'))) tell('postcode-unclear', of('postcode'))
  const street = of('street')
    ? readAddress(of('street'))
    : { street: from('street'), houseNumber: from('houseNumber'), mended: '' }
  const turned = addresses.find((one) => one.mended)
  if (turned && !mended) tell('house-number-mended', turned.mended)
  return {
    street: street.street || of('street'),
    houseNumber: mended || typed || street.houseNumber,
    postcode: readPostcode(of('postcode')) ?? (from('postcode') || of('postcode')),
    place: placeCase(of('place').replace(/^\d{4}\s?[a-z]{2}\b\s*/i, '') || from('place')),
  }
}

/** Under "PC / plaats" a word alone is the place, under "Adres" it is the street. */
function addressIn({ value, head }: Cell): Address {
  const read = readAddress(value)
  const isPlace = /plaats/i.test(head) && !/adres|straat/i.test(head) && !read.houseNumber && !read.place
  return isPlace ? { ...read, street: '', place: read.street } : read
}

/** "oeverdam" and "OEVERDAM" are Oeverdam; whoever used capitals with care keeps them. */
function placeCase(place: string): string {
  if (place !== place.toLowerCase() && place !== place.toUpperCase()) return place
  return place
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\b(Aan|De|Den|Der|Van|En|Op|Bij|Het)\b(?!$)/g, (word, _, at: number) =>
      at > 0 ? word.toLowerCase() : word,
    )
    .replace(/\bIj/g, 'IJ')
}

type Reach = Pick<Partner, 'phone' | 'mail' | 'contacts'>

/** Contacts, and the partner's own phone and mail, from all the columns that can hold them. */
function readPeople(cells: Cell[], keep: Keep): Reach {
  const contacts: Contact[] = []
  const own = { phones: [] as string[], mails: [] as string[] }
  for (const at of [...new Set(cells.filter(({ field }) => OF_PEOPLE.has(field)).map((cell) => cell.at))].sort()) {
    const part = readGroup(
      cells.filter((cell) => cell.at === at),
      keep,
    )
    contacts.push(...part.contacts)
    own.phones.push(...part.phones)
    own.mails.push(...part.mails)
  }
  const told = reachIn(
    cells.filter(({ field }) => field === 'phone' || field === 'mail'),
    keep,
  )
  const phones = [...new Set([...told.phones, ...own.phones])]
  const mails = [...new Set([...dealByName(contacts, told.mails), ...own.mails])].sort(
    (one, other) => Number(isGeneral(other)) - Number(isGeneral(one)),
  )
  if (phones.length > 1) keep('phone-more', phones.slice(1).map(showPhone).join(', '))
  if (mails.length > 1) keep('mail-more', mails.slice(1).join(', '))
  const shown = contacts.map((contact) => ({ ...contact, phone: showPhone(contact.phone) }))
  return { phone: showPhone(phones[0] ?? ''), mail: mails[0] ?? '', contacts: shown }
}

function readGroup(cells: Cell[], keep: Keep): { contacts: Contact[]; phones: string[]; mails: string[] } {
  const of = (...fields: Field[]) => cells.filter(({ field }) => fields.includes(field))
  const read = splitContacts(
    of('contact', 'contactName')
      .map(({ value }) => value)
      .join('\n'),
  )
  if (read.rest.length > 0) keep('word-unclear', read.rest.join(', '))
  const beside = reachIn(of('contactPhone', 'contactMail', 'contactReach', 'reach'), keep, read.contacts)
  const left = deal(read.contacts, { phones: beside.phones, mails: beside.mails })
  spread(read.contacts, of('contactWork'), 'work')
  spread(read.contacts, of('contactMoment'), 'moment')
  const days = readDays(
    of('contactDays')
      .map(({ value }) => value)
      .join(' '),
  ).days.map(({ day }) => WEEK.indexOf(day) + 1)
  for (const contact of read.contacts) contact.days = contact.days.length > 0 ? contact.days : days
  return { contacts: read.contacts, phones: [...read.phones, ...left.phones], mails: [...read.mails, ...left.mails] }
}

/** Phones and mails in columns of their own; names in such a column are contacts as well. */
function reachIn(cells: Cell[], keep: Keep, contacts?: Contact[]): { phones: string[]; mails: string[] } {
  const phones: string[] = []
  const mails: string[] = []
  for (const { value, field, head } of cells) {
    const found = findMails(value)
    const single = readPhone(value)
    const rest = withoutMails(value)
    const numbers = single ? [single] : findPhones(rest).map(({ phone }) => phone)
    const named = contacts && /\p{Lu}\p{Ll}+/u.test(rest) ? splitContacts(value) : undefined
    if (contacts && named && named.contacts.length > 0 && contacts.length === 0) {
      contacts.push(...named.contacts)
      continue
    }
    for (const { mail, repaired } of found) if (repaired) keep('mail-repaired', mail)
    phones.push(...numbers)
    mails.push(...found.map(({ mail }) => mail))
    if (numbers.length + found.length > 0) continue
    keep(/mail/i.test(field) ? 'mail-unclear' : 'phone-unclear', value, head)
  }
  return { phones, mails: mails.filter(isMail).sort((one, other) => Number(isGeneral(one)) - Number(isGeneral(other))) }
}

function spread(contacts: Contact[], cells: Cell[], part: 'work' | 'moment'): void {
  const values = cells.flatMap(({ value }) => value.split(/\n|;|\s\/\s/)).map((value) => value.trim())
  const even = values.length === contacts.length
  contacts.forEach((contact, at) => {
    contact[part] ||= (even ? values[at] : at === 0 ? values.join(', ') : '') ?? ''
  })
}

function readSite(text: string, keep: Keep): string {
  const site = readWebsite(text)
  if (text !== '' && !site) keep('website-unclear', text)
  return site ?? ''
}

type Words = Pick<Partner, 'levels' | 'scale' | 'obligation' | 'motives'>

function readWords(cells: Cell[], keep: Keep): Words {
  const list = <Id>(field: Field, read: (word: string) => Id | undefined): Id[] =>
    cells
      .filter((cell) => cell.field === field)
      .flatMap(({ value, head }) => {
        const { ids, unknown } = readList(value, read)
        if (unknown.length > 0) keep('word-unclear', unknown.join(', '), head)
        return ids
      })
  const motives = [...new Set(list('motives', readMotive))]
  if (motives.length > 3) keep('too-many-motives', motives.slice(3).join(', '))
  return {
    levels: [...new Set(list('levels', readLevel))],
    scale: list('scale', readScale)[0] ?? '',
    obligation: list('obligation', readObligation)[0] ?? '',
    motives: motives.slice(0, 3),
  }
}

/** "Anja / Kees": the first holds the line, the second stands in, others are kept in words. */
function readOwners(owner: string, deputy: string): Pick<Partner, 'owner' | 'deputy'> & { spare: string } {
  const said = straighten(owner)
    .split(/\s*(?:\n|[;/&+,](?![^(]*\))|\ben\b(?![^(]*\)))\s*/)
    .filter((part) => /\p{L}/u.test(part))
  const [first = '', second = '', ...others] = said
  return { owner: first, deputy: deputy || second, spare: (deputy && second ? [second, ...others] : others).join(', ') }
}

function readPresence(cells: Cell[], keep: Keep): Presence {
  const of = (field: Field) => cells.filter((cell) => cell.field === field)
  const text = of('presence')
    .map(({ value }) => value)
    .join(', ')
  const read = readDays(text)
  const marked = of('presenceDay')
    .filter(({ value }) => readMark(value))
    .map(({ day }) => day ?? 1)
  const days = [...new Set([...read.days.map(({ day }) => WEEK.indexOf(day) + 1), ...marked])].sort()
  if (text !== '' && days.length === 0) keep('days-unclear', text)
  if (read.guessed) keep('days-guessed', text)
  const finer = read.rest !== '' || read.days.some(({ part, weeks }) => part !== 'whole' || weeks !== 'every')
  const clock = (field: Field) => /(\d{1,2})[.:u](\d\d)/.exec(of(field)[0]?.value ?? '')
  const at = (found: RegExpExecArray | null) => (found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : '')
  return {
    days,
    from: read.from ?? at(clock('from')),
    until: read.until ?? at(clock('until')),
    text: days.length > 0 && finer ? text : '',
  }
}

// What stands nowhere else in the row goes into the note, so that nothing of the file is lost.
const LOST = new Set<NoteCode>([
  'phone-unclear',
  'phone-more',
  'mail-unclear',
  'mail-more',
  'website-unclear',
  'day-unclear',
  'days-unclear',
  'word-unclear',
  'too-many-motives',
])

const OF_PEOPLE = new Set<Field>([
  'contact',
  'contactName',
  'contactPhone',
  'contactMail',
  'contactReach',
  'contactWork',
  'contactDays',
  'contactMoment',
  'reach',
])
