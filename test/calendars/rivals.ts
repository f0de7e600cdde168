import ICAL from 'ical.js'
import nodeIcal, { type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'

/** What another library makes of a calendar: busy intervals as “start end”, or why it makes nothing of it. */
export type Reading = string[] | { refused: string }
export type Window = { from: number; until: number }

const zone = 'Europe/Amsterdam'
const most = 3000
const interval = (start: number, end: number, { from, until }: Window) =>
  end > start && start < until && end > from ? [`${new Date(start).toISOString()} ${new Date(end).toISOString()}`] : []

/** ical.js parses and repeats; a zone without VTIMEZONE is reckoned by Temporal. */
export function byIcalJs(text: string, window: Window): Reading {
  try {
    const parsed = ICAL.parse(text) as unknown[]
    const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((one) => new ICAL.Component(one as never))
    return calendars.flatMap((calendar) => readCalendar(calendar, window)).sort()
  } catch (error) {
    return { refused: (error as Error).message.slice(0, 80) }
  }
}

function readCalendar(calendar: ICAL.Component, window: Window): string[] {
  const all = (calendar.name === 'vevent' ? [calendar] : calendar.getAllSubcomponents('vevent')) as ICAL.Component[]
  const events = all.filter((one) => one.hasProperty('dtstart'))
  const isException = (one: ICAL.Component) => one.hasProperty('recurrence-id')
  const found: string[] = []
  for (const one of events.filter((event) => !isException(event))) {
    const uid = one.getFirstPropertyValue('uid')
    const event = new ICAL.Event(one, {
      strictExceptions: false,
      exceptions: events.filter((other) => isException(other) && other.getFirstPropertyValue('uid') === uid),
    })
    found.push(...occurrences(event, window))
  }
  return found
}

const takesTime = (one: ICAL.Component) =>
  !/^CANCELLED$/i.test(String(one.getFirstPropertyValue('status') ?? '')) &&
  !/^TRANSPARENT/i.test(String(one.getFirstPropertyValue('transp') ?? ''))

function occurrences(event: ICAL.Event, window: Window): string[] {
  if (!event.isRecurring())
    return takesTime(event.component) ? interval(instant(event.startDate), instant(event.endDate), window) : []
  const found: string[] = []
  const iterator = event.iterator()
  for (let next = iterator.next(), nth = 0; next && nth < most * 4; next = iterator.next(), nth++) {
    if (instant(next) > window.until + 40 * 86_400_000) break
    const { startDate, endDate, item } = event.getOccurrenceDetails(next)
    if (takesTime(item.component)) found.push(...interval(instant(startDate), instant(endDate), window))
  }
  return found
}

function instant(time: ICAL.Time): number {
  const { year, month, day, hour, minute, second } = time
  const named = time.zone?.tzid
  if (!time.isDate && named && named !== 'floating') return time.toUnixTime() * 1000
  const there = (time as unknown as { timezone?: string }).timezone
  const plain = new Temporal.PlainDateTime(
    year,
    month,
    day,
    time.isDate ? 0 : hour,
    time.isDate ? 0 : minute,
    second || 0,
  )
  const place = !time.isDate && there && there.includes('/') ? there : zone
  return Number(plain.toZonedDateTime(place).epochMilliseconds)
}

/** node-ical parses, repeats (by rrule-temporal) and knows zones by Intl. Run it with TZ=Europe/Amsterdam. */
export function byNodeIcal(text: string, window: Window): Reading {
  try {
    const parsed = nodeIcal.sync.parseICS(text)
    const events = Object.values(parsed).filter(
      (one): one is VEvent => one?.type === 'VEVENT' && Boolean((one as VEvent).start),
    )
    return events.flatMap((event) => instances(event, window)).sort()
  } catch (error) {
    return { refused: (error as Error).message.slice(0, 80) }
  }
}

const free = (event: { status?: unknown; transparency?: unknown }) =>
  /^CANCELLED$/i.test(String(event.status ?? '')) || /^TRANSPARENT/i.test(String(event.transparency ?? ''))

function instances(event: VEvent, window: Window): string[] {
  const options = { from: new Date(window.from), to: new Date(window.until), expandOngoing: true }
  return nodeIcal
    .expandRecurringEvent(event, options)
    .filter((one) => !free(one.event))
    .flatMap(({ start, end }) => (end ? interval(start.getTime(), end.getTime(), window) : []))
}
