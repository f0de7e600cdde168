import { findMails, findPhones, withoutMails } from '#kit/sheet/contact.ts'
import { isName, readName } from '#kit/sheet/personname.ts'
import { readDays } from '#kit/sheet/weekdays.ts'
import { WEEK } from '#kit/sheet/weekdaywords.ts'
import type { Contact } from './partner.ts'

/** What a cell with persons says; phones and mails without a person behind them are the partner's own. */
export type ReadContacts = { contacts: Contact[]; phones: string[]; mails: string[]; rest: string[] }

/** "Anja (ma-wo) 06-12345678, Piet p@x.nl" is two contacts. */
export function splitContacts(text: string): ReadContacts {
  const read: ReadContacts = { contacts: [], phones: [], mails: [], rest: [] }
  for (const piece of piecesOf(text)) take(read, readPiece(piece))
  return read
}

/** "Jong, A. de" becomes A. de Jong, so that a comma may cut. */
export const straighten = (text: string) => text.replace(INVERTED, (whole) => readName(whole).name)

type Piece = { name: string; work: string; phones: string[]; mails: string[]; days: number[]; rest: string[] }

/** Cuts between persons; a comma cuts too, unless it is the one of "Jong, A. de". */
function piecesOf(text: string): string[] {
  return straighten(text)
    .split(
      /\n|;|\||•|\s\/\s|\s\+\s|,(?![^(]*\))|\s+(?:&|\+|en|and|of)\s+(?=(?:(?:mw|dhr|mevr|mevrouw|meneer)\b\.?\s+)?\p{Lu})/u,
    )
    .flatMap((part) =>
      findPhones(part).length + findMails(part).length > 1 ? [part] : part.split(/\/(?=\s*\p{Lu}\p{Ll})/u),
    )
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part))
}

function readPiece(text: string): Piece {
  const mails = findMails(text).map(({ mail }) => mail)
  const phones = findPhones(withoutMails(text)).map(({ phone }) => phone)
  const piece: Piece = { name: '', work: '', phones, mails, days: [], rest: [] }
  const brackets: string[] = []
  const bare = withoutPhones(withoutMails(text)).replace(/\(([^)]*)\)/g, (_, inner: string) => {
    brackets.push(inner)
    return ' '
  })
  const label = labelOf(piece, bare)
  if (label && label.name === '') return { ...piece, rest: [bare.replace(/\s+/g, ' ').trim()] }
  const parts = label ? [label.name, label.work] : bare.split(/\s+[-–]\s+|:\s+|:$/)
  for (const part of [...parts, ...brackets.flatMap(daysApart)]) sortOut(piece, tidy(part))
  return piece
}

/** "BSO: Kayleigh" is who and where; "storing: meldpunt" is nobody. */
function labelOf({ phones, mails }: Piece, text: string): { name: string; work: string } | undefined {
  const [, label = '', after = ''] = /^([^:]{2,30}):\s+(\S[^:]*)$/.exec(text.trim()) ?? []
  if (label === '' || (isName(label) && /\p{Ll}/u.test(label) && !WORK.test(label) && phones.length === 0))
    return undefined
  if (nameAndWork(tidy(after))[0] !== '') return { name: after, work: label }
  const isNobody = phones.length + mails.length === 0 && /^\p{Ll}/u.test(after)
  return isNobody && !isName(label) ? { name: '', work: '' } : undefined
}

/** "(verpleegk., ma/do)" says two things. */
function daysApart(inner: string): string[] {
  const parts = inner.split(/,\s*/)
  return parts.some((part) => readDays(part).days.length > 0 && readDays(part).rest === '') ? parts : [inner]
}

function withoutPhones(text: string): string {
  return findPhones(text).reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text)
}

const tidy = (part: string) =>
  part
    .replace(/\b(tel|telefoon|mob|mobiel|e-?mail|mail)\b\s*[.:]?(?=\s|$)/gi, ' ')
    .replace(/[<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:/–-]+|[\s,:/–-]+$/g, '')
    .trim()

function sortOut(piece: Piece, part: string): void {
  if (part === '') return
  const { days, rest } = readDays(part)
  const [name, work] = nameAndWork(part)
  if (days.length > 0 && rest === '') piece.days.push(...days.map(({ day }) => WEEK.indexOf(day) + 1))
  else if (piece.name === '' && name !== '') {
    piece.name = readName(name).name
    piece.work ||= work
  } else if (piece.work === '' && (WORK.test(part) || /^\p{Ll}/u.test(part))) piece.work = part
  else piece.rest.push(part)
}

/** "Anja de Wit jeugdarts" is a name and what she does; "Hoofd planning" is only what is done. */
function nameAndWork(part: string): [string, string] {
  if (isName(part) && !WORK.test(part)) return [part, '']
  const words = part.split(' ')
  const [first = '', ...others] = words
  if (WORK.test(first) && others.length > 1 && isName(others.join(' '))) return [others.join(' '), first.toLowerCase()]
  for (let size = words.length - 1; size > 0; size--) {
    const [name, work] = [words.slice(0, size).join(' '), words.slice(size).join(' ')]
    if (isName(name) && !WORK.test(name) && (WORK.test(work) || /^\p{Ll}/u.test(work))) return [name, work]
  }
  return ['', '']
}

/** A piece without a name belongs to the person before it, or to the partner itself. */
function take(read: ReadContacts, piece: Piece): void {
  const last = read.contacts.at(-1)
  const [phone = '', ...phones] = piece.phones
  const [mail = '', ...mails] = piece.mails
  const isFirst = !last && WORK.test(piece.work) && !(DESK.test(piece.work) && phone + mail === '')
  if (piece.name !== '' || isFirst) {
    const moment = [...piece.rest].join(', ')
    read.contacts.push({
      name: piece.name || piece.work,
      work: piece.name ? piece.work : '',
      phone,
      mail,
      days: piece.days,
      moment,
    })
    read.phones.push(...phones)
    read.mails.push(...mails)
  } else if (last) {
    last.phone ||= phone
    if (!isGeneral(mail)) last.mail ||= mail
    if (WORK.test(piece.work)) last.work ||= piece.work
    last.days = last.days.length > 0 ? last.days : piece.days
    read.rest.push(...piece.rest, ...(piece.work && last.work !== piece.work ? [piece.work] : []))
    read.phones.push(...piece.phones.filter((other) => other !== last.phone))
    read.mails.push(...piece.mails.filter((other) => other !== last.mail))
  } else {
    read.phones.push(...piece.phones)
    read.mails.push(...piece.mails)
    read.rest.push(...[piece.work, ...piece.rest].filter(Boolean))
  }
}

/** Phones and mails from columns beside the names: by name where the address tells, else in order. */
export function deal(
  contacts: Contact[],
  { phones, mails }: { phones: string[]; mails: string[] },
): { phones: string[]; mails: string[] } {
  const open = { phones: [...phones], mails: dealByName(contacts, mails) }
  for (const contact of contacts) {
    if (contact.phone === '') contact.phone = open.phones.shift() ?? ''
    const next = open.mails.find((mail) => !isGeneral(mail))
    if (contact.mail === '' && next) contact.mail = takeOut(open.mails, next)
  }
  return open
}

/** Gives each contact the address with her name in it; returns the others. */
export function dealByName(contacts: Contact[], mails: string[]): string[] {
  const open = [...mails]
  for (const contact of contacts) {
    const own = open.find((mail) => isOf(mail, contact.name))
    if (contact.mail === '' && own) contact.mail = takeOut(open, own)
  }
  return open
}

function takeOut(list: string[], value: string): string {
  list.splice(list.indexOf(value), 1)
  return value
}

/** info@, bieb@ and the like belong to the house, not to a person. */
export const isGeneral = (mail: string) =>
  /^(info|contact|balie|receptie|administratie|secretariaat|post|algemeen|onderwijs|planning|stage(bureau)?|school|bieb|hallo|mail|team|loket|aanmeld\w*|service)@/.test(
    mail,
  )

function isOf(mail: string, name: string): boolean {
  const local = mail.split('@')[0]?.replace(/[^a-z]/g, '') ?? ''
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => word.length > 2 && local.includes(word))
}

// A desk with nothing to reach it by is nobody yet.
const DESK = /^\p{L}*(balie|receptie|bureau|secretariaat|administratie|planning|afdeling)$/iu
const INVERTED =
  /\p{Lu}[\p{L}'’-]+,\s(?:(?:\p{Lu}\.)+|\p{Lu}\p{Ll}+(?=\s(?:van|de|den|der|ter|ten)\b))(?:\s(?:van|de|den|der|het|ter|ten|'t))*(?=[\s,;(/]|$)/gu
export const WORK =
  /(arts|verpleegkundige|consulente?|adviseur|coordinator|coördinator|medewerk(st)?er|direct(eur|rice)|leid(st)?er|coach|trainer|trainster|logopedist|peut|agent|ambtenaar|secretari\w*|balie|receptie|planning|docente?|manager|werk(st)?er|begeleid(st)?er|specialist|functionaris|voorzitter|eigenaar|eigenaresse|beheerder|bibliothecaris|psycholoog|pedagoog|assistente?|hoofd|bureau|afdeling|vervanger|administratie|juf|vrijwilliger|penningmeester|bestuurslid|inspecteur|expert|regisseur)\b/iu
