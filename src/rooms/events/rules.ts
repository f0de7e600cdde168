import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'

export const eventKinds = ['kingsgames', 'sinterklaas', 'openday', 'projectweek', 'trip', 'other'] as const
export type EventKind = (typeof eventKinds)[number]

/** So far before and after the day a task may lie. */
export const furthest = 400
/** Closed for so long a school never is: further away than this no school day is looked for. */
const longestClosed = 60
export type Span = { from: Day; until: Day }
/** Between these two a school has to know when it is closed, to reckon any date of a playbook. */
export const spanAround = (day: Day, offsets: readonly number[]): Span => ({
  from: dayPlus(day, Math.min(0, ...offsets) - longestClosed),
  until: dayPlus(day, Math.max(0, ...offsets) + longestClosed),
})

/**
 * On which day a task falls. The day itself stands, also on a Saturday. What lies before it is moved to the last school day
 * before that, so that it is ready in time; what lies after it to the first school day after.
 */
export function dateOf(day: Day, offset: number, isClosed: (day: Day) => boolean): Day {
  const meant = dayPlus(day, offset)
  if (offset === 0) return meant
  const step = offset < 0 ? -1 : 1
  for (let tried = 0; tried <= longestClosed; tried++) {
    const other = dayPlus(meant, step * tried)
    if (weekdayOf(other) < 6 && !isClosed(other)) return other
  }
  return meant
}

export type Moment = { count: number; unit: 'day' | 'week'; side: 'before' | 'on' | 'after' }
/** −42 is “six weeks before”; what is no whole number of weeks is said in days. */
export function momentOf(offset: number): Moment {
  const days = Math.abs(offset)
  const side = offset === 0 ? 'on' : offset < 0 ? 'before' : 'after'
  return days % 7 === 0 && days > 0 ? { count: days / 7, unit: 'week', side } : { count: days, unit: 'day', side }
}

/** The moments one chooses from; anything else is typed. */
export const usualOffsets = [-84, -56, -42, -28, -21, -14, -7, -3, -1, 0, 1, 3, 7, 14] as const

const numbers: Readonly<Record<string, number>> = {
  ...{ een: 1, één: 1, a: 1, one: 1, de: 1, the: 1, twee: 2, two: 2, drie: 3, three: 3, vier: 4, four: 4 },
  ...{ vijf: 5, five: 5, zes: 6, six: 6, zeven: 7, seven: 7, acht: 8, eight: 8, negen: 9, nine: 9 },
  ...{ tien: 10, ten: 10, elf: 11, eleven: 11, twaalf: 12, twelve: 12 },
}
const daysIn = (unit: string) => (/^(dag|day)/.test(unit) ? 1 : /^w/.test(unit) ? 7 : 28)
const around = '[\\s,;:()–-]*'
const relative = new RegExp(
  `${around}(?<!\\p{L})(\\d{1,3}|${Object.keys(numbers).join('|')})\\s+(dag|dagen|week|weken|maand|maanden|days?|weeks?|months?)\\s+(ervoor|van tevoren|vooraf|before|ahead|erna|daarna|later|after)(?!\\p{L})${around}`,
  'iu',
)
const onTheDay = new RegExp(
  `${around}(?<!\\p{L})(?:op de dag(?: zelf)?|on the day(?: itself)?)(?!\\p{L})${around}`,
  'iu',
)

/** Longer than any task: looking for a moment in a megabyte would take an hour. */
const longestTask = 300
/** “Zaal regelen, 6 weken ervoor” is a task and its moment; without words for a moment it is the task alone. */
export function momentIn(text: string): { what: string; offset: number | undefined } {
  if (text.length > longestTask) return { what: text, offset: undefined }
  const said = relative.exec(text)
  if (said) {
    const [, count = '', unit = '', side = ''] = said.map((part) => part.toLowerCase())
    const days = (numbers[count] ?? Number(count)) * daysIn(unit)
    const isBefore = /^(ervoor|van|voor|before|ahead)/.test(side)
    return { what: text.replace(relative, ' ').trim(), offset: isBefore ? -days : days }
  }
  const isOn = onTheDay.test(text)
  return { what: text.replace(onTheDay, ' ').trim(), offset: isOn ? 0 : undefined }
}

/** One thing a line. */
export const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

type Task = { offset: number; doneOn: Day | null }
export const doneOf = (tasks: readonly Task[]) => tasks.filter(({ doneOn }) => doneOn !== null).length
/** Dated, in order; without a day the order is that of the moments. */
export const dated = <T extends Task>(day: Day | null, tasks: readonly T[], isClosed: (day: Day) => boolean) =>
  tasks
    .map((task) => ({ ...task, date: day && dateOf(day, task.offset, isClosed) }))
    .toSorted((a, b) => (a.date && b.date ? a.date.localeCompare(b.date) : 0) || a.offset - b.offset)

/** What is still to come, the first day first and those without a day last; and what has been, the latest first. */
export function inOrder<P extends { day: Day | null }>(playbooks: readonly P[], today: Day) {
  const past = playbooks.filter(({ day }) => day !== null && day < today)
  const coming = playbooks.filter(({ day }) => day === null || day >= today)
  const first = (a: P, b: P) => (a.day ?? '9999').localeCompare(b.day ?? '9999')
  return { coming: coming.toSorted(first), past: past.toSorted((a, b) => first(b, a)) }
}

/** Kinds of partner that belong to such a day and that none of ours who takes part is. */
export const typesToFind = (types: readonly string[], partners: readonly { type: string | null }[]) =>
  types.filter((type) => !partners.some((partner) => partner.type === type))
