import type { Clock } from '#kit/time/clock.ts'
import { type Event, readEvent } from './event.ts'
import { type Problem, textOf } from './lines.ts'
import { lineOf, linesOf, type Part, readParts } from './parts.ts'
import { patience } from './repeat.ts'
import { type Busy, busyOf, type Looking, type Window } from './series.ts'
import { type Clocks, momentFor, readPeriod } from './values.ts'
import { clocksOf } from './zones.ts'

const mostBytes = 20 * 1024 * 1024
export type Asked = Window & { reader: Clock }
export type Answer = { busy: Busy[]; problems: Problem[] }

/**
 * When whoever keeps this calendar is busy: every event, once per time it happens, that touches the window; whole, not
 * cut at its edges, in order of beginning. Days and floating times are read by the reader's clock.
 */
export function busyIn(bytes: Uint8Array, { reader, from, until }: Asked): Answer {
  const window = { from, until, left: patience() }
  const problems: Problem[] = []
  const tell = (problem: Problem) => void problems.push(problem)
  if (bytes.length > mostBytes) return { busy: [], problems: [{ what: 'too-large', at: 0 }] }
  const calendars = readParts(textOf(bytes), tell)
  if (!calendars.length) return { busy: [], problems: [{ what: 'not-a-calendar', at: 1 }] }
  const kind = (wished: string) => calendars.flatMap(({ parts }) => parts.filter((part) => part.kind === wished))
  const clocks = clocksOf(kind('VTIMEZONE'), reader, window.until, tell)
  const events = calendars.flatMap((calendar) => eventsOf(calendar, clocks, tell))
  const busy = [
    ...seriesOf(events).flatMap(({ whole, standIns }) =>
      whole ? busyOf(whole, standIns, window, tell) : standIns.flatMap((one) => busyOf(single(one), [], window, tell)),
    ),
    ...kind('VFREEBUSY').flatMap((part) => periodsOf(part, clocks, window, tell)),
  ]
  return { busy: busy.sort((a, b) => a.start - b.start || a.end - b.end), problems }
}

function eventsOf(calendar: Part, clocks: Clocks, tell: (problem: Problem) => void): Event[] {
  // A letter that calls off: whatever its events say, they are off.
  const off = /^CANCEL$/i.test(lineOf(calendar, 'METHOD')?.value ?? '')
  return calendar.parts.flatMap((part) => {
    const event = part.kind === 'VEVENT' ? readEvent(part, clocks, tell) : undefined
    return event && off ? { ...event, cancelled: true, takesTime: false } : (event ?? [])
  })
}

const single = ({ standsFor: _, ...event }: Event): Event => ({ ...event, rules: [], extra: [], except: [] })

type Series = { whole?: Event; standIns: Event[] }

/** Events of one UID belong together; of what was sent again, the newest (SEQUENCE) holds. */
function seriesOf(events: readonly Event[]): Series[] {
  return [...Map.groupBy(events, ({ uid }) => uid).values()].flatMap((same) => {
    const wholes = newest(same.filter(({ standsFor }) => !standsFor))
    const standIns = [
      ...Map.groupBy(
        same.filter((one) => one.standsFor),
        (one) => momentFor(one.standsFor!.time),
      ).values(),
    ]
      .map((of) => newest(of).at(-1)!)
      .filter((one) => !wholes.some(({ cancelled, sequence }) => cancelled && sequence >= one.sequence))
    const [first, ...rest] = wholes
    // Two different events under one UID are a mistake of their maker; both take time.
    return [{ ...(first ? { whole: first } : {}), standIns }, ...rest.map((whole) => ({ whole, standIns: [] }))]
  })
}

function newest(same: Event[]): Event[] {
  const last = Math.max(...same.map(({ sequence }) => sequence))
  return same.filter(({ sequence }) => sequence === last)
}

/** What somebody's server says of her time, without any event. */
function periodsOf(part: Part, clocks: Clocks, window: Looking, tell: (problem: Problem) => void): Busy[] {
  return linesOf(part, 'FREEBUSY')
    .filter(({ params }) => !/^FREE$/i.test(params['FBTYPE'] ?? ''))
    .flatMap((line) =>
      line.value.split(',').flatMap((text) => {
        const period = readPeriod(text, line.params['TZID'], clocks, line.at)
        if (!period) tell({ what: 'start', at: line.at })
        if (!period) return []
        const { start, span } = period
        const event: Event = {
          ...{ uid: '', sequence: 0, at: line.at, start, span, takesTime: true, cancelled: false, floats: false },
          ...{ rules: [], exceptRules: [], extra: [], except: [] },
        }
        return busyOf(event, [], window, tell)
      }),
    )
}
