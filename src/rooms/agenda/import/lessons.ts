import { cleanText } from '#kit/sheet/clean.ts'
import { fold } from '#kit/text/fold.ts'
import { asTime, crosses, isLongSubject, isTime, type Lesson } from '../lessons/rules.ts'

export type Unread = {
  line: number
  because: 'group' | 'day' | 'time' | 'order' | 'subject' | 'long' | 'overlap' | 'protected'
  said: string
}
export type ReadLessons = { byGroup: Map<string, Lesson[]>; unread: Unread[]; head: boolean }
type Known = readonly { id: string; name: string }[]

const columns = {
  group: ['groep', 'group', 'klas', 'class'],
  day: ['dag', 'day', 'weekdag', 'weekday'],
  from: ['van', 'from', 'begin', 'start'],
  until: ['tot', 'until', 'to', 'eind', 'einde', 'end'],
  subject: ['vak', 'subject', 'les', 'lesson'],
  protected: ['beschermd', 'protected', 'niemand eruit'],
} as const
type Column = keyof typeof columns
const order = Object.keys(columns) as Column[]

/** Lessons from a table: one line each. What cannot be read is told by line; the rest is used. */
export function readLessons(rows: readonly string[][], groups: Known): ReadLessons {
  const head = rows.findIndex((row) => row.some((cell) => cell.trim()))
  const places = placesOf(rows[head] ?? [])
  const byGroup = new Map<string, Lesson[]>()
  const unread: Unread[] = []
  for (const [nth, row] of rows.entries()) {
    if ((places.found && nth <= head) || !row.some((cell) => cell.trim())) continue
    const cell = (column: Column) => cleanText(row[places.at[column] ?? -1] ?? '').trim()
    const read = readLine(cell, groups, byGroup)
    if ('because' in read) unread.push({ line: nth + 1, ...read })
    else byGroup.set(read.group, [...(byGroup.get(read.group) ?? []), read.lesson])
  }
  return { byGroup, unread, head: places.found }
}

/** Which column is which, by its name; without names they stand in our own order. */
function placesOf(row: readonly string[]): { found: boolean; at: Partial<Record<Column, number>> } {
  const names = row.map((cell) => fold(cell.trim()))
  const named = order.flatMap((column) => {
    const place = names.findIndex((name) => (columns[column] as readonly string[]).includes(name))
    return place < 0 ? [] : [[column, place] as const]
  })
  if (named.length >= 3) return { found: true, at: Object.fromEntries(named) }
  return { found: false, at: Object.fromEntries(order.map((column, place) => [column, place])) }
}

type Cell = (column: Column) => string
type Line = { group: string; lesson: Lesson } | Omit<Unread, 'line'>

function readLine(cell: Cell, groups: Known, known: ReadonlyMap<string, readonly Lesson[]>): Line {
  const wrong = (because: Unread['because'], column: Column): Line => ({ because, said: cell(column).slice(0, 40) })
  const group = groups.find(({ name }) => bare(name) === bare(cell('group')))
  if (!group) return wrong('group', 'group')
  const weekday = weekdayIn(cell('day'))
  if (!weekday) return wrong('day', 'day')
  const [from, until] = [asTime(cell('from')), asTime(cell('until'))]
  if (!isTime(from)) return wrong('time', 'from')
  if (!isTime(until)) return wrong('time', 'until')
  if (until <= from) return wrong('order', 'until')
  const subject = cell('subject').replace(/\s*!+$/, '')
  if (!subject) return wrong('subject', 'subject')
  if (isLongSubject(subject)) return wrong('long', 'subject')
  const kept = yesOrNo(cell('protected'))
  if (kept === undefined) return wrong('protected', 'protected')
  const lesson = { weekday, from, until, subject, protected: kept || cell('subject').endsWith('!') }
  if (known.get(group.id)?.some((one) => crosses(one, lesson))) return wrong('overlap', 'from')
  return { group: group.id, lesson }
}

/** “Groep 4A”, “4a” and “4 A” are one. */
const bare = (name: string) =>
  fold(name)
    .replace(/^(groep|klas|group)\s*/, '')
    .replace(/\s+/g, '')

const weekdays = [
  ['ma', 'maandag', 'mo', 'mon', 'monday', '1'],
  ['di', 'dinsdag', 'tu', 'tue', 'tuesday', '2'],
  ['wo', 'woensdag', 'we', 'wed', 'wednesday', '3'],
  ['do', 'donderdag', 'th', 'thu', 'thursday', '4'],
  ['vr', 'vrijdag', 'fr', 'fri', 'friday', '5'],
]
const weekdayIn = (text: string) =>
  weekdays.findIndex((names) => names.includes(fold(text).replace(/\.$/, ''))) + 1 || undefined

function yesOrNo(text: string): boolean | undefined {
  const said = fold(text)
  if (/^(ja|j|yes|y|x|1|waar|true|beschermd)$/.test(said)) return true
  return /^(|nee|n|no|-|0|onwaar|false)$/.test(said) ? false : undefined
}
