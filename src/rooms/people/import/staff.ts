import { cellsOf, LONGEST_CELL, LONGEST_JUDGED } from '#kit/sheet/columns.ts'
import { findMails, findPhones, isMail, readPhone, showPhone } from '#kit/sheet/contact.ts'
import { fillIdem, type Line, linesBelow, undoShift } from '#kit/sheet/layout.ts'
import { isName, joinName, readName } from '#kit/sheet/personname.ts'
import { isShouted } from '#kit/sheet/remark.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { readDays, readMark, type WorkDay } from '#kit/sheet/weekdays.ts'
import { WEEK } from '#kit/sheet/weekdaywords.ts'
import { columnsLeftOut, type LeftOut } from './columnsleftout.ts'
import { readLoose } from './looselines.ts'
import { groupName, readRoles, takeGroups } from './roles.ts'
import { judgeStaff, type StaffField, type StaffMapping } from './staffcolumns.ts'

export type Staff = {
  /** The lines of the file this person stands on. */
  lines: number[]
  name: string
  given: string
  infix: string
  family: string
  mail: string
  phone: string
  /** Ids of roles.json. */
  roles: string[]
  /** Monday is 1. */
  days: number[]
  workDays: WorkDay[]
  share: number | null
  groups: string[]
  deputy: string
  note: string
}

export type BadStaff = {
  line: number
  because: 'no-name' | 'not-a-name' | 'too-long' | 'remark'
  value: string
  remedy: 'type-name' | 'check-columns' | 'shorten' | 'leave-out'
}

export type StaffNote = {
  line: number
  because:
    | 'mail-unclear'
    | 'mail-repaired'
    | 'mail-shared'
    | 'mail-more'
    | 'phone-more'
    | 'phone-unclear'
    | 'role-unclear'
    | 'no-role'
    | 'days-unclear'
    | 'days-guessed'
    | 'shifted'
    | 'merged'
  value: string
}

export type ReadStaff = { good: Staff[]; bad: BadStaff[]; notes: StaffNote[] }

type Cell = { field: StaffField; value: string; day: number | undefined }

/** The staff in a table or in loose lines; each bad row with its line, what is wrong and what helps. */
export function readStaff(sheet: Sheet, mapping: StaffMapping): ReadStaff {
  const read: ReadStaff = { good: [], bad: [], notes: [] }
  for (const { line, cells } of staffLines(sheet, mapping, read)) {
    const wrong = refuseLong(cells, line) ?? refuse(cells, line) ?? refuseTitle(cells, line)
    if (wrong === 'skip') continue
    if (wrong) read.bad.push(wrong)
    else add(read, toStaff(cells, line, read.notes))
  }
  tellShared(read)
  return read
}

function staffLines(sheet: Sheet, mapping: StaffMapping, read: ReadStaff): { line: number; cells: Cell[] }[] {
  const lines = fillIdem(linesBelow(sheet, mapping.header))
  if (isLoose(mapping))
    return lines.map(({ line, cells }) => ({ line, cells: readLoose(cells.join(', ').slice(0, LONGEST_CELL)) }))
  const suits = (cell: string, column: number) => {
    const field = mapping.columns[column]?.field
    return field ? judgeStaff(field, cell.slice(0, LONGEST_JUDGED)) : 0
  }
  return undoShift(lines, mapping.columns.length, suits).map(({ line, cells, by }) => {
    if (by > 0) read.notes.push({ line, because: 'shifted', value: cells[0] ?? '' })
    return {
      line,
      cells: isHeadAgain(mapping, cells)
        ? []
        : cellsOf(mapping, cells).map(({ field, value, day }) => ({ field, value, day })),
    }
  })
}

/** The columns we do not take: unknown ones, private ones, and those a colleague has no place for here. */
export const staffLeftOut = (mapping: StaffMapping): LeftOut[] =>
  isLoose(mapping) ? [] : columnsLeftOut(mapping, ['share', 'from', 'note', 'group'])

/** No heads and no column of names: every line is read for itself. */
const isLoose = ({ header, columns }: StaffMapping) =>
  columns.length <= 1 || (!header && !columns.some(({ field }) => field === 'name' || field === 'family'))

const isHeadAgain = ({ header }: StaffMapping, cells: Line['cells']) =>
  header !== undefined && header.depth === 1 && cells.every((cell, at) => cell.trim() === (header.heads[at] ?? ''))

function refuseLong(cells: Cell[], line: number): BadStaff | undefined {
  const long = cells.find(({ field, value }) => field !== 'note' && value.length > LONGEST_CELL)
  return long && { line, because: 'too-long', value: long.value.slice(0, 40), remedy: 'shorten' }
}

function refuse(cells: Cell[], line: number): BadStaff | 'skip' | undefined {
  const name = wholeName(cells).name
  if (cells.length === 0 || isSection(cells)) return 'skip'
  if (name === '') return { line, because: 'no-name', value: cells[0]?.value ?? '', remedy: 'type-name' }
  if (!/\p{L}/u.test(name) || name.includes('@'))
    return { line, because: 'not-a-name', value: name, remedy: 'check-columns' }
  return name.length > 120 ? { line, because: 'too-long', value: name.slice(0, 40), remedy: 'shorten' } : undefined
}

/** Words alone are more often a title or a remark than a person; "vacature" is nobody yet. */
function refuseTitle(cells: Cell[], line: number): BadStaff | undefined {
  const value = cells.find(({ field }) => NAMED.has(field))?.value ?? ''
  if (isShouted(value)) return { line, because: 'remark', value: value.slice(0, 120), remedy: 'leave-out' }
  if (NOBODY.test(value)) return { line, because: 'not-a-name', value, remedy: 'leave-out' }
  const isTitle = cells.length === 1 && value.includes(' ') && !isName(value)
  return isTitle ? { line, because: 'not-a-name', value, remedy: 'check-columns' } : undefined
}

/** "Onderbouw", "OP" or "Totaal 28" alone on a line is a heading or a sum, nobody's name. */
function isSection(cells: Cell[]): boolean {
  const [first] = cells
  if (/^totaal\b/i.test(first?.value ?? '')) return true
  if (cells.length !== 1 || !first || first.field !== 'name') return false
  return (
    SECTION.test(first.value) ||
    (readRoles(first.value).roles.length > 0 && !isName(first.value)) ||
    first.value.endsWith(':')
  )
}

function wholeName(cells: Cell[]) {
  const of = (field: StaffField) => cells.find((cell) => cell.field === field)?.value ?? ''
  const given = of('given').replace(TITLE, '')
  if (of('family') !== '') return joinName({ given, infix: of('infix'), family: of('family').replace(TITLE, '') })
  return readName((of('name') || given).replace(/\s*\(.*\)\s*$/, '').replace(TITLE, ''))
}

function toStaff(cells: Cell[], line: number, notes: StaffNote[]): Staff {
  const of = (field: StaffField) => cells.filter((cell) => cell.field === field).map(({ value }) => value)
  const note = (because: StaffNote['because'], value: string) => notes.push({ line, because, value })
  const bracket = /\(([^)]*)\)\s*$/.exec(of('name')[0] ?? '')?.[1] ?? ''
  const work = readWork([...of('role'), ...(readRoles(bracket).roles.length > 0 ? [bracket] : [])], of('group'), note)
  const when = readWhen(cells, of('share')[0] ?? '', note)
  return {
    lines: [line],
    ...wholeName(cells),
    mail: readMail(of('mail').join(' '), note),
    phone: readOnePhone(of('phone')[0] ?? '', note),
    ...work,
    ...when,
    deputy: of('deputy')[0] ?? '',
    note: of('note').join('\n'),
  }
}

type Tell = (because: StaffNote['because'], value: string) => void

function readMail(text: string, note: Tell): string {
  const [mail, ...others] = findMails(text)
  const more = new Set(others.map((one) => one.mail).filter((one) => one !== mail?.mail))
  if (mail?.repaired) note('mail-repaired', text)
  if (text !== '' && !mail) note('mail-unclear', text)
  if (more.size > 0) note('mail-more', [...more].join(', '))
  return mail?.mail ?? ''
}

function readOnePhone(text: string, note: Tell): string {
  const single = readPhone(text)
  const [phone, ...others] = single ? [single] : findPhones(text).map((one) => one.phone)
  const more = new Set(others.filter((one) => one !== phone))
  if (more.size > 0) note('phone-more', [...more].map(showPhone).join(', '))
  if (text !== '' && !phone) note('phone-unclear', text)
  return phone ? showPhone(phone) : ''
}

function readWork(texts: string[], groupTexts: string[], note: Tell): Pick<Staff, 'roles' | 'groups'> {
  const read = texts.map(readRoles)
  const unclear = read.map(({ rest }) => rest).filter(Boolean)
  const told = groupTexts.flatMap((text) => {
    const { groups } = takeGroups(text)
    return groups.length > 0 ? groups : text.split(/[,;+&\n]|\ben\b/).flatMap(groupName)
  })
  const groups = [...new Set([...read.flatMap((one) => one.groups), ...told])]
  const roles = [...new Set(read.flatMap((one) => one.roles))]
  if (unclear.length > 0) note('role-unclear', unclear.join(', '))
  if (roles.length === 0 && groups.length > 0 && unclear.length === 0) roles.push('leerkracht')
  if (roles.length === 0 && unclear.length === 0) note('no-role', '')
  return { roles, groups }
}

function readWhen(cells: Cell[], shareText: string, note: Tell): Pick<Staff, 'days' | 'workDays' | 'share'> {
  const text = cells
    .filter(({ field }) => field === 'days')
    .map(({ value }) => value)
    .join(' ')
  const share = /^\s*[01]?[.,]\d+|^\s*1\s*$/.test(shareText) ? Number(shareText.replace(',', '.').trim()) : undefined
  // A size in a column of its own helps to read the days, and says nothing about which they are.
  const read = readDays(
    share !== undefined && /\p{L}/u.test(text) && !/\d[.,]\d/.test(text) ? `${share.toFixed(4)} ${text}` : text,
  )
  const marks = cells.flatMap(({ field, value, day }): WorkDay[] => {
    const mark = field === 'day' ? readMark(value) : undefined
    return mark ? [{ day: WEEK[(day ?? 1) - 1] ?? 'mon', ...mark }] : []
  })
  if (text !== '' && read.days.length === 0) note('days-unclear', text)
  if (read.guessed) note('days-guessed', text)
  const workDays = [...read.days, ...marks.filter(({ day }) => !read.days.some((other) => other.day === day))]
  const days = workDays.map(({ day }) => WEEK.indexOf(day) + 1).sort((one, other) => one - other)
  return { days, workDays, share: share ?? read.share ?? null }
}

/** Somebody who stands there twice, once per role, is one person. */
function add(read: ReadStaff, staff: Staff): void {
  const same = read.good.find(
    (one) =>
      one.name.toLowerCase() === staff.name.toLowerCase() && (one.mail === staff.mail || !one.mail || !staff.mail),
  )
  if (!same) {
    read.good.push(staff)
    return
  }
  read.notes.push({ line: staff.lines[0] ?? 0, because: 'merged', value: String(same.lines[0]) })
  same.lines.push(...staff.lines)
  same.roles = [...new Set([...same.roles, ...staff.roles])]
  same.groups = [...new Set([...same.groups, ...staff.groups])]
  same.workDays.push(...staff.workDays.filter(({ day }) => !same.workDays.some((other) => other.day === day)))
  same.days = [...new Set([...same.days, ...staff.days])].sort((one, other) => one - other)
  same.mail ||= staff.mail
  same.phone ||= staff.phone
  same.note = [same.note, staff.note].filter(Boolean).join('\n')
}

function tellShared({ good, notes }: ReadStaff): void {
  for (const [mail, staff] of Map.groupBy(good, (one) => one.mail)) {
    for (const one of isMail(mail) ? staff.slice(1) : [])
      notes.push({ line: one.lines[0] ?? 0, because: 'mail-shared', value: mail })
  }
}

const NAMED = new Set<StaffField>(['name', 'given', 'family'])
const TITLE = /^(juf|juffrouw|meester|meneer)\s+(?=\p{Lu})/iu
const NOBODY = /^(vacature|vacant|nnb|n\.n\.?b?\.?|nog (te|niet|in)|onbekend|invaller)(?!\p{L})/iu
const SECTION =
  /^(totaal|aantal|team|onderbouw|middenbouw|bovenbouw|op|oop|directie|mt|ondersteuning|overig|personeel|invallers?|stagiaires?|vrijwilligers)\b[\s\d:]*$/i
