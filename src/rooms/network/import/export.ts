import { readPhone, showPhone } from '#kit/sheet/contact.ts'
import { readDay, undoDay } from '#kit/sheet/day.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { readDays } from '#kit/sheet/weekdays.ts'
import { WEEK } from '#kit/sheet/weekdaywords.ts'
import { writeCsv } from '#kit/sheet/write.ts'
import { CONTACT_HEADS, contactHead, EXPORT_HEADS } from './exportheads.ts'
import { type Contact, emptyPartner, type Partner, type ReadPartners } from './partner.ts'
import { readForm, readLevel, readObligation, readScale } from './vocabulary.ts'

/** The partners as a CSV that a spreadsheet opens well and that reads back without loss. */
export function writePartners(partners: readonly Partner[]): Uint8Array {
  const width = Math.max(0, ...partners.map(({ contacts }) => contacts.length)) * CONTACT_HEADS.length
  const heads = [...EXPORT_HEADS, ...Array.from({ length: width }, (_, at) => contactHead(at))]
  return writeCsv([heads, ...partners.map((partner) => cellsOf(partner))])
}

function cellsOf(partner: Partner): string[] {
  const { presence } = partner
  return [
    partner.name,
    partner.form,
    partner.type,
    partner.kind,
    partner.sector,
    partner.street,
    partner.houseNumber,
    partner.postcode,
    partner.place,
    partner.website,
    partner.phone,
    partner.mail,
    writeList(partner.levels),
    partner.scale,
    partner.obligation,
    writeList(partner.motives),
    writeList(partner.topics),
    partner.since,
    partner.ends,
    partner.owner,
    partner.deputy,
    writeDays(presence.days),
    presence.from,
    presence.until,
    presence.text,
    partner.room,
    partner.note,
    partner.partOf,
    partner.reply,
    ...partner.contacts.flatMap(({ name, work, phone, mail, days, moment }) => [
      name,
      work,
      phone,
      mail,
      writeDays(days),
      moment,
    ]),
  ]
}

/** Reads our own export back. What a spreadsheet may have done to days, phones and house numbers is undone. */
export function readExport({ rows }: Sheet): ReadPartners {
  const read: ReadPartners = { good: [], bad: [], notes: [] }
  rows.slice(1).forEach((cells, at) => {
    const line = at + 2
    if (cells.every((cell) => cell === '')) return
    if ((cells[0] ?? '').trim() === '')
      read.bad.push({ line, because: 'no-name', value: cells.find(Boolean) ?? '', remedy: 'type-name' })
    else read.good.push({ ...toPartner(cells), lines: [line], typeSure: cells[2] ? 1 : 0 })
  })
  return read
}

function toPartner(cells: string[]): Partner {
  const of = (head: (typeof EXPORT_HEADS)[number]) => cells[EXPORT_HEADS.indexOf(head)] ?? ''
  return {
    ...emptyPartner(),
    name: of('Partner'),
    form: readForm(of('Vorm')) ?? 'organisation',
    type: of('Type'),
    kind: of('Soort'),
    sector: of('Sector'),
    street: of('Straat'),
    houseNumber: undoDay(of('Huisnummer')) ?? of('Huisnummer'),
    postcode: of('Postcode'),
    place: of('Plaats'),
    website: of('Website'),
    phone: tidyPhone(of('Telefoon')),
    mail: of('Mail'),
    levels: readWords(of('Niveaus'), readLevel),
    scale: readScale(of('Schaal')) ?? '',
    obligation: readObligation(of('Verplichting')) ?? '',
    motives: readWritten(of('Motieven')),
    topics: readWritten(of('Onderwerpen')),
    since: readDay(of('Sinds'))?.day ?? '',
    ends: readDay(of('Loopt t/m'))?.day ?? '',
    owner: of('Wie bij ons'),
    deputy: of('Vervanger bij ons'),
    presence: {
      days: daysIn(of('Dagen in huis')),
      from: clock(of('Van')),
      until: clock(of('Tot')),
      text: of('Aanwezigheid'),
    },
    room: of('Ruimte'),
    note: of('Notitie'),
    partOf: of('Onderdeel van'),
    reply: of('Reageert'),
    contacts: contactsIn(cells.slice(EXPORT_HEADS.length)),
  }
}

function contactsIn(cells: string[]): Contact[] {
  const contacts: Contact[] = []
  for (let at = 0; at < cells.length; at += CONTACT_HEADS.length) {
    const [name = '', work = '', phone = '', mail = '', days = '', moment = ''] = cells.slice(
      at,
      at + CONTACT_HEADS.length,
    )
    const filled = [name, work, phone, mail, days, moment].some((cell) => cell !== '')
    if (filled) contacts.push({ name, work, phone: tidyPhone(phone), mail, days: daysIn(days), moment })
  }
  return contacts
}

/** As it was written, unless a spreadsheet ate its first zero. */
const tidyPhone = (text: string) => (/^[1-9]/.test(text) && readPhone(text)?.startsWith('0') ? showPhone(text) : text)
const readWords = <Id>(text: string, read: (word: string) => Id | undefined) =>
  readWritten(text)
    .map(read)
    .filter((id) => id !== undefined)

/** A spreadsheet shortens 08:30 to 8:30. */
const clock = (text: string) =>
  /^\d:\d\d/.test(text) ? `0${text.slice(0, 4)}` : text.replace(/^(\d\d:\d\d):00$/, '$1')

const writeDays = (days: readonly number[]) => days.map((day) => SHORT[day - 1] ?? '').join(' ')
const daysIn = (text: string) => readDays(text).days.map(({ day }) => WEEK.indexOf(day) + 1)
const SHORT = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']

/** "a | b", with the signs in between kept apart from the same signs within. */
const writeList = (words: readonly string[]) => words.map((word) => word.replace(/[\\|]/g, '\\$&')).join(' | ')

function readWritten(text: string): string[] {
  if (text === '') return []
  const words = ['']
  for (const [sign] of text.matchAll(/\\.| \| |[\s\S]/gu)) {
    if (sign === ' | ') words.push('')
    else words[words.length - 1] += sign.length > 1 && sign.startsWith('\\') ? sign.slice(1) : sign
  }
  return words
}
