import { dayOf, plainWords, WEEK, type Weekday } from './weekdaywords.ts'

/** `half` is half a day nobody said which; `other` weeks is every second week, unknown which. */
export type WorkDay = {
  day: Weekday
  part: 'whole' | 'morning' | 'afternoon' | 'half'
  weeks: 'every' | 'even' | 'odd' | 'other'
}

export type ReadDays = {
  days: WorkDay[]
  /** Part of a full week (0.6), when it was told. */
  share?: number
  from?: string
  until?: string
  /** "ma-wo" may be two days or three: we chose, somebody should look. */
  guessed: boolean
  rest: string
}

/** Working days as rosters write them: "ma di wo", "ma t/m do", "0,6 ma-di-wo vm", "1/2 wo", "om de week vr". */
export function readDays(text: string): ReadDays {
  const { spoken, ...told } = takeNumbers(plainWords(text).replace(/\s+/g, ' '))
  const tokens = tokensOf(spoken)
  const size = told.share === undefined ? undefined : told.share * 5
  const ways = WAYS.map((way) => butNot(walk(tokens, way), size))
  const [usual] = ways
  const off = (days: WorkDay[]) => Math.abs(total(days) - (size ?? 0))
  const best =
    size === undefined ? usual! : ways.reduce((one, other) => (off(other.days) < off(one.days) ? other : one))
  if (told.share === 1 && best.days.length + best.rest.length + best.off.length === 0) return { ...fullWeek(), ...told }
  return {
    days: best.days.sort((one, other) => WEEK.indexOf(one.day) - WEEK.indexOf(other.day)),
    guessed: size === undefined && !/ma-vr/.test(spoken) && ways.some((way) => total(way.days) !== total(usual!.days)),
    rest: best.rest.join(' '),
    ...told,
  }
}

/** A mark in the column of a day: "x", "1", "vm", "½"; undefined when the person is not there. */
export function readMark(mark: string): Pick<WorkDay, 'part' | 'weeks'> | undefined {
  const tidy = plainWords(mark.trim()).trim()
  if (/^(|-|–|0|nee|n|no|false|onwaar|vrij|afwezig|niet|\/|\.)$/.test(tidy)) return undefined
  if (/^0[.,]5$/.test(tidy)) return { part: 'half', weeks: 'every' }
  const [told] = walk(['ma', ...tokensOf(tidy).filter((token) => !dayOf(token))], WAYS[0]!).days
  return { part: told?.part ?? 'whole', weeks: told?.weeks ?? 'every' }
}

type Told = { spoken: string; share?: number; from?: string; until?: string }

function takeNumbers(text: string): Told {
  const hours = TIMES.exec(text)
  const timed = hours && isTime(hours) ? text.replace(hours[0], ' ') : text
  const share = SHARE.exec(timed)
  return {
    spoken: share ? timed.replace(share[0], ' ') : timed,
    ...(share ? { share: Number((share[1] ?? share[2] ?? '').replace(',', '.')) } : {}),
    ...(hours && isTime(hours) ? { from: clock(hours[1], hours[2]), until: clock(hours[3], hours[4]) } : {}),
  }
}

/** "8-12" is a time of the day, "1-2" is not; with minutes or "uur" there is no doubt. */
function isTime([all = '', start = '', , end = '']: RegExpExecArray): boolean {
  return Number(start) < Number(end) && (/[:.u]/.test(all) || (Number(start) >= 7 && Number(end) <= 22))
}

const clock = (hour = '', minute = '00') => `${hour.padStart(2, '0')}:${minute}`

type Way = { dash: 'range' | 'list'; part: 'last' | 'all' }
type Walk = {
  days: WorkDay[]
  rest: string[]
  group: Weekday[]
  off: Weekday[]
  ahead: Partial<WorkDay>
  not: boolean
  range: boolean
}

function walk(tokens: string[], way: Way): Walk {
  const state: Walk = { days: [], rest: [], group: [], off: [], ahead: {}, not: false, range: false }
  tokens.forEach((token, at) => {
    const day = dayOf(token)
    const mark = PARTS[token]
    if (day) addDay(state, day, way)
    else if (mark) addMark(state, mark, belongsAhead(mark, tokens[at + 1] ?? ''))
    else if (token === 'niet') state.not = true
    else if (!JOINTS.has(token)) state.rest.push(token)
    state.range = token === 't/m' || (token === '-' && way.dash === 'range' && isPair(tokens, at))
  })
  return state
}

/** "1/2 wo" and "even weken ook di" say something about the day that follows. */
const belongsAhead = (mark: Partial<WorkDay>, next: string) =>
  next === 'ook' || (mark.part === 'half' && Boolean(dayOf(next)))

/** "niet op wo" alone is every other working day, unless the size of the job says that more days are off. */
function butNot(walked: Walk, size: number | undefined): Walk {
  const { days, off } = walked
  const left = WORKING.filter((day) => !off.includes(day))
  const isClear = off.length > 0 && off.length <= 2 && (size === undefined || Math.abs(size - left.length) < 0.01)
  return days.length === 0 && isClear ? { ...walked, days: left.map(whole) } : walked
}

/** "ma-wo" may be a range, "ma-di-wo" and "ma-do-vr" are lists. */
const isPair = (tokens: string[], at: number) => tokens[at - 2] !== '-' && tokens[at + 2] !== '-'

function addDay(state: Walk, day: Weekday, way: Way): void {
  const last = state.days.at(-1)?.day
  if (state.not) state.off.push(day)
  if (state.not) state.days = state.days.filter((other) => other.day !== day)
  if (state.not) return
  const span = state.range && last ? between(last, day) : [day]
  const fresh = span.filter((name) => !state.days.some((other) => other.day === name))
  state.days.push(...fresh.map((name): WorkDay => ({ day: name, part: 'whole', weeks: 'every', ...state.ahead })))
  state.group = state.range || way.part === 'all' ? [...state.group, ...fresh] : span
  state.ahead = {}
}

function addMark(state: Walk, mark: Partial<WorkDay>, isAhead: boolean): void {
  if (state.group.length === 0 || isAhead) state.ahead = { ...state.ahead, ...mark }
  else for (const one of state.days) if (state.group.includes(one.day)) Object.assign(one, mark)
}

function between(from: Weekday, to: Weekday): Weekday[] {
  const [start, end] = [WEEK.indexOf(from), WEEK.indexOf(to)]
  return start <= end ? WEEK.slice(start, end + 1) : [from, to]
}

const WORKING = WEEK.slice(0, 5)
const whole = (day: Weekday): WorkDay => ({ day, part: 'whole', weeks: 'every' })
// A full week without a word about days: all of them, and somebody should look.
const fullWeek = () => ({ days: WORKING.map(whole), guessed: true, rest: '' })

const total = (days: WorkDay[]) =>
  days.reduce((sum, { part, weeks }) => sum + (part === 'whole' ? 1 : 0.5) * (weeks === 'every' ? 1 : 0.5), 0)

const tokensOf = (text: string) => [...text.matchAll(TOKEN)].map(([token]) => token)

const WAYS: readonly Way[] = [
  { dash: 'range', part: 'last' },
  { dash: 'list', part: 'last' },
  { dash: 'range', part: 'all' },
  { dash: 'list', part: 'all' },
]

const PARTS: Record<string, Partial<WorkDay>> = {
  vm: { part: 'morning' },
  nm: { part: 'afternoon' },
  '1/2': { part: 'half' },
  omweek: { weeks: 'other' },
  evenweek: { weeks: 'even' },
  onevenweek: { weeks: 'odd' },
}

const JOINTS = new Set([
  't/m',
  '-',
  '&',
  '+',
  ',',
  '/',
  'en',
  'ook',
  '=',
  'op',
  'in',
  'de',
  'dag',
  'dagen',
  'uur',
  'u',
  'and',
  'wekelijks',
  'van',
  '.',
  'wtf',
  'fte',
])
const TOKEN = /t\/m|1\/2|[\p{L}']+|[-&+,/]|[\d.,]*\d/gu
const SHARE = /\b(?:wtf|fte)?\s*:?\s*(?<![\d.,])([01][.,]\d{1,4})(?![\d.,])|(?<![\d.,])([01])\s*(?:wtf|fte)\b/
const TIMES =
  /(?<![\d,.])([01]?\d|2[0-3])(?:[.:u]([0-5]\d)?)? ?(?:uur|u)? ?(?:-|t\/m) {0,2}([01]?\d|2[0-4])(?:[.:u]([0-5]\d)?)?(?: ?(?:uur|u)\b)?(?![\d/,])/
