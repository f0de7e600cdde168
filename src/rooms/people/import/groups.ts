import { cellsOf, LONGEST_JUDGED, type Mapping, matchHead, proposeColumns } from '#kit/sheet/columns.ts'
import { fillIdem, linesBelow } from '#kit/sheet/layout.ts'
import { isName, readName } from '#kit/sheet/personname.ts'
import type { Sheet } from '#kit/sheet/sheet.ts'
import { readDays } from '#kit/sheet/weekdays.ts'
import { groupName } from './roles.ts'

export type GroupField = 'name' | 'pupils' | 'teacher' | 'room'
export type GroupMapping = Mapping<GroupField>

export type GroupRow = {
  line: number
  name: string
  years: number[]
  pupils: number | null
  teachers: string[]
  room: string
}

export type BadGroup = {
  line: number
  because: 'no-name' | 'twice' | 'children-named'
  value: string
  remedy: 'type-name' | 'remove-row' | 'counts-only'
}

export type GroupNote = { line: number; because: 'pupils-unclear' | 'years-unclear'; value: string }

export type ReadGroups = { good: GroupRow[]; bad: BadGroup[]; notes: GroupNote[] }

/** Which column of a list of groups holds what. */
export const proposeGroups = (sheet: Sheet): GroupMapping =>
  proposeColumns(sheet, {
    meaning: (head) => (/\d/.test(head) && !/^leerkracht/i.test(head) ? undefined : matchHead(head, WORDS)),
    guessable: ['name', 'pupils', 'teacher'],
    judge: judgeGroup,
    many: ['teacher'],
  })

/** The groups of a school: counts only. A list with children in it is refused row by row. */
export function readGroups(sheet: Sheet, mapping: GroupMapping): ReadGroups {
  const read: ReadGroups = { good: [], bad: [], notes: [] }
  for (const { line, cells } of fillIdem(linesBelow(sheet, mapping.header))) {
    const told =
      mapping.columns.length > 1
        ? cellsOf(
            mapping,
            cells.map((cell) => cell.slice(0, LONGEST_JUDGED)),
          )
        : looseGroup((cells[0] ?? '').slice(0, LONGEST_JUDGED))
    const of = (field: GroupField) => told.filter((cell) => cell.field === field).map(({ value }) => value)
    const name = groupName(of('name')[0] ?? '')[0] ?? ''
    if (told.length === 0 || SUM.test(of('name')[0] ?? '')) continue
    const wrong = refuse(name, line, read.good)
    if (wrong) read.bad.push(wrong)
    else read.good.push({ line, name, ...readRest(of, { name, line, notes: read.notes }) })
  }
  return read
}

function refuse(name: string, line: number, good: GroupRow[]): BadGroup | undefined {
  if (name === '') return { line, because: 'no-name', value: '', remedy: 'type-name' }
  if (/\b\d{1,2}[-/]\d{1,2}[-/](19|20)?\d{2}\b/.test(name))
    return { line, because: 'children-named', value: '', remedy: 'counts-only' }
  const twice = good.some((one) => one.name.toLowerCase() === name.toLowerCase())
  return twice ? { line, because: 'twice', value: name, remedy: 'remove-row' } : undefined
}

type Where = { name: string; line: number; notes: GroupNote[] }

function readRest(of: (field: GroupField) => string[], { name, line, notes }: Where): Omit<GroupRow, 'line' | 'name'> {
  const [count = ''] = of('pupils')
  const pupils = /^\D{0,4}(\d{1,3})(?:[.,]0+)?(?:\s*(?:lln?|leerlingen|kinderen|kids)?\.?)$/i.exec(count.trim())?.[1]
  const years = yearsOf(name)
  if (count !== '' && pupils === undefined) notes.push({ line, because: 'pupils-unclear', value: count })
  if (years.length === 0) notes.push({ line, because: 'years-unclear', value: name })
  return {
    years,
    pupils: pupils === undefined ? null : Number(pupils),
    teachers: of('teacher').flatMap(splitNames),
    room: of('room')[0] ?? '',
  }
}

/** "1/2A" is years 1 and 2, "6-8" is 6, 7 and 8, "12" is 1 and 2. */
export function yearsOf(name: string): number[] {
  const [found = ''] = /[1-8](?:\s*[-/]\s*[1-8])*/.exec(name) ?? []
  const years = [...found].filter((sign) => /\d/.test(sign)).map(Number)
  const [first = 0, last = 0] = years
  return years.length === 2 && last > first + 1
    ? Array.from({ length: last - first + 1 }, (_, at) => first + at)
    : years
}

function splitNames(text: string): string[] {
  const names = text
    .split(/\s*(?:[/;&+\n]|\ben\b)\s*/)
    .flatMap((part) => (/^[\p{L}'’ -]+, ?(\p{Lu}\.)+/u.test(part) ? [part] : part.split(/\s*,\s*/)))
  return names
    .map(
      (name) =>
        readName(
          withoutDays(
            name
              .replace(/\(.*?\)/g, '')
              .replace(/^(juf|meester)\s+/i, '')
              .trim(),
          ),
        ).name,
    )
    .filter((name) => /\p{L}/u.test(name) && !NOBODY.test(name))
}

/** "Els ma-di" is Els; a name stays whole, also when it looks like a day. */
function withoutDays(name: string): string {
  if (isName(name)) return name
  const words = name.split(/\s+/).filter((word) => readDays(word).days.length === 0)
  return words.join(' ')
}

/** "Groep 1/2A - 23 leerlingen - Anja" in one cell. */
function looseGroup(text: string): { field: GroupField; value: string }[] {
  const pupils =
    /(\d{1,3})\s*(?:lln?\b|leerlingen|kinderen|kids)|(?:\(\s*|[:,–-]\s*(?=\d+\s*(?:$|[,–-])))(\d{1,2})\s*\)?/i.exec(
      text,
    )
  const bare = pupils ? text.replace(pupils[0], ' - ') : text
  const parts = bare
    .split(/\s*[,;:()]\s*|\s+[-–]\s*|\t/)
    .map((part) => part.trim())
    .filter(Boolean)
  const [name = '', ...rest] = parts
  const room = rest.find((part) => ROOM.test(part))
  const teachers = rest
    .filter((part) => part !== room && /^\p{L}[\p{L}.'’/&+ -]*$/u.test(part))
    .map((value) => ({ field: 'teacher' as const, value }))
  const count = pupils?.[1] ?? pupils?.[2]
  return name === ''
    ? []
    : [
        { field: 'name', value: name },
        ...(count ? [{ field: 'pupils' as const, value: count }] : []),
        ...teachers,
        ...(room ? [{ field: 'room' as const, value: room }] : []),
      ]
}

function judgeGroup(field: GroupField, cell: string): number {
  if (field === 'name') return /^(groep|gr\.?|klas|unit)\b|^[1-8]([-/ ][1-8])*\s?[a-e]?$/i.test(cell) ? 1 : -0.5
  if (field === 'pupils') return /^\d{1,3}$/.test(cell) && Number(cell) > 8 ? 1 : -0.2
  return isName(cell) ? 0.6 : -0.5
}

const WORDS: Record<GroupField, readonly string[]> = {
  name: ['groep', 'groepen', 'klas', 'naam', 'groepsnaam', 'group', 'gr', 'unit', 'stamgroep'],
  pupils: [
    'leerlingen',
    'aantal',
    'aantal leerlingen',
    'lln',
    'aantal lln',
    'aantal kinderen',
    'kinderen',
    'ln',
    'll',
    'pupils',
  ],
  teacher: [
    'leerkracht',
    'leerkrachten',
    'juf meester',
    'lkr',
    'juf',
    'meester',
    'wie',
    'teacher',
    'leraar',
    'groepsleerkracht',
    'leerkracht en',
    'leerkracht 1',
    'leerkracht 2',
  ],
  room: ['lokaal', 'ruimte', 'plek', 'room', 'lok'],
}
const ROOM = /^(lokaal|lok|ruimte|room)\b/i
const NOBODY = /^(onbekend|vacature|nnb|n\.?n\.?(b\.?)?|nog)\b/i
const SUM = /^(totaal|som|aantal|totaal aantal|gemiddeld)\b/i
