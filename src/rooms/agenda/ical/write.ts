import { clockOf, momentOf, shownAt } from '#kit/time/clock.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'

/** Something that happens every week, from a day on. */
export type Weekly = {
  uid: string
  day: Day
  from: string
  until: string
  title: string
  place: string
  last?: Day | undefined
  /** Days on which it does not happen. */
  except?: readonly Day[]
  /** Counts up with every change. */
  sequence?: number
  /** Once elsewhere: the day it would have been on, and when and where it is then. */
  moved?: readonly { day: Day; toDay: Day; from: string; until: string; place: string }[]
}
/** One date of a series that is not as the rule says: when it was to be, and when and where it is. */
export type Moved = { at: Date; start: Date; end: Date; place: string }
/** How something is repeated, from its own start on. All dates are one UID. */
export type Series = { rule: string; except: readonly Date[]; moved: readonly Moved[] }
/** Something that happens once, or in a series. `apart`: only what was moved belongs in this calendar. */
export type Single = {
  uid: string
  start: Date
  end: Date
  title: string
  place: string
  sequence: number
  series?: Series | undefined
  apart?: boolean
}
/** Something that lasts whole days. */
export type WholeDays = { uid: string; from: Day; until: Day; title: string }
export type Told = {
  uid: string
  name: string
  entries: readonly Weekly[]
  singles?: readonly Single[] | undefined
  days?: readonly WholeDays[]
  stamp: Date
}

const zone = 'Europe/Amsterdam'
export const timezone = [
  ...['BEGIN:VTIMEZONE', `TZID:${zone}`],
  ...['BEGIN:DAYLIGHT', 'TZNAME:CEST', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'DTSTART:19810329T020000'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'TZNAME:CET', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'DTSTART:19961027T030000'],
  ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  'END:VTIMEZONE',
]

/** A calendar to subscribe to (RFC 5545, 7986). Who is there takes nobody's time: transparent. */
export function sayCalendar({ uid, name, entries, singles = [], days = [], stamp }: Told): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Korte Lijnen//NL', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...[`UID:${uid}`, `NAME:${text(name)}`, `X-WR-CALNAME:${text(name)}`, `LAST-MODIFIED:${utc(stamp)}`],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'],
    ...timezone,
    ...entries.flatMap((entry) => eventOf(entry, stamp)),
    ...singles.flatMap((single) => singleOf(single, stamp)),
    ...days.flatMap((one) => wholeDays(one, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventOf(weekly: Weekly, stamp: Date): string[] {
  const { uid, day, from, until, title, place, last, except = [], sequence = 0, moved = [] } = weekly
  const on = (date: Day, time: string) => `${date.replaceAll('-', '')}T${time.slice(0, 5).replace(':', '')}00`
  const at = (time: string) => `;TZID=${zone}:${on(day, time)}`
  const end = last && new Date(momentOf(clockOf(zone)!, Date.parse(`${last}T23:59:59Z`)))
  return [
    ...['BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(stamp)}`],
    ...[`DTSTART${at(from)}`, `DTEND${at(until)}`],
    `RRULE:FREQ=WEEKLY${end ? `;UNTIL=${utc(end)}` : ''}`,
    ...(except.length ? [`EXDATE;TZID=${zone}:${except.map((one) => on(one, from)).join(',')}`] : []),
    ...[`SUMMARY:${text(title)}`, ...(place ? [`LOCATION:${text(place)}`] : [])],
    ...['TRANSP:TRANSPARENT', 'STATUS:CONFIRMED', 'END:VEVENT'],
    ...moved.flatMap((one) => [
      ...['BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(stamp)}`],
      `RECURRENCE-ID;TZID=${zone}:${on(one.day, from)}`,
      ...[`DTSTART;TZID=${zone}:${on(one.toDay, one.from)}`, `DTEND;TZID=${zone}:${on(one.toDay, one.until)}`],
      ...[`SUMMARY:${text(title)}`, ...(one.place ? [`LOCATION:${text(one.place)}`] : [])],
      ...['TRANSP:TRANSPARENT', 'STATUS:CONFIRMED', 'END:VEVENT'],
    ]),
  ]
}

/** The moment at which a clock in the Netherlands shows this. */
export const momentAt = (day: Day, time: string) =>
  new Date(momentOf(clockOf(zone)!, Date.parse(`${day}T${time.slice(0, 5)}:00Z`)))

/** An appointment takes the time of who goes there; in the calendar of a building it takes nobody's. */
function singleOf({ uid, sequence, title, series, apart, ...when }: Single, stamp: Date): string[] {
  const event = (one: { start: Date; end: Date; place: string }, lines: readonly string[]) => [
    ...['BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(stamp)}`],
    ...[at('DTSTART', one.start, series), at('DTEND', one.end, series), ...lines, `SUMMARY:${text(title)}`],
    ...(one.place ? [`LOCATION:${text(one.place)}`] : []),
    ...['TRANSP:TRANSPARENT', 'STATUS:CONFIRMED', 'END:VEVENT'],
  ]
  return [
    ...(apart ? [] : event(when, series ? repeated(series) : [])),
    ...(series?.moved ?? []).flatMap((one) => event(one, [`RECURRENCE-ID${local(one.at)}`])),
  ]
}

/** A series stands on the clock here, so that it stays at the same hour; what happens once is a moment. */
export const at = (name: string, moment: Date, series: object | undefined) =>
  series ? `${name}${local(moment)}` : `${name}:${utc(moment)}`
/** `;TZID=Europe/Amsterdam:20261201T150000`. */
export const local = (...moments: readonly Date[]) =>
  `;TZID=${zone}:${moments.map((moment) => utc(new Date(shownAt(clockOf(zone)!, moment.getTime()))).slice(0, 15)).join(',')}`
export const repeated = ({ rule, except }: Series) => [
  `RRULE:${rule}`,
  ...(except.length ? [`EXDATE${local(...except)}`] : []),
]

export const utc = (moment: Date) => moment.toISOString().replace(/[-:]|\.\d+/g, '')

// In a calendar the end of whole days is the day after.
const wholeDays = ({ uid, from, until, title }: WholeDays, stamp: Date): string[] => [
  ...['BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${utc(stamp)}`],
  ...[`DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${dayPlus(until, 1).replaceAll('-', '')}`],
  ...[`SUMMARY:${text(title)}`, 'TRANSP:TRANSPARENT', 'STATUS:CONFIRMED', 'END:VEVENT'],
]

/** Words as a calendar takes them; what no eye sees is left out. */
export const text = (words: string) =>
  words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** At most 75 bytes a line, never in the middle of a letter. */
export function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let long = 0
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter)
    if (long + bytes > 74) {
      pieces.push(piece)
      piece = ''
      long = 1
    }
    piece += letter
    long += bytes
  }
  return [...pieces, piece].join('\r\n ')
}
