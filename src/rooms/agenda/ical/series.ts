import { momentOf, shownAt } from '#kit/time/clock.ts'
import type { Event } from './event.ts'
import type { Problem } from './lines.ts'
import { type Patience, repeat } from './repeat.ts'
import type { Rule } from './rule.ts'
import { endOf, momentFor, type Span, type Time } from './values.ts'

const aDay = 86_400_000
export type Busy = { start: number; end: number; allDay: boolean }
export type Window = { from: number; until: number }
export type Looking = Window & { left: Patience }

/** One event, once or repeating, with what stands for single ones of it: when it takes time within the window. */
export function busyOf(
  whole: Event,
  standIns: readonly Event[],
  window: Looking,
  tell: (problem: Problem) => void,
): Busy[] {
  const onward = standIns.filter(({ standsFor }) => standsFor?.onward).sort((a, b) => idOf(a) - idOf(b))
  const gone = hidden(whole, standIns)
  const found: Busy[] = []
  for (const { start, span } of startsOf(whole, onward, window, tell)) {
    if (gone(start)) continue
    const later = onward.findLast((one) => idOf(one) <= momentFor(start))
    const moved = later ? shifted(later, start) : { start, span: span ?? whole.span, takesTime: whole.takesTime }
    if (moved.takesTime) add(found, moved.start, moved.span, window)
  }
  for (const one of standIns) if (one.takesTime) add(found, one.start, one.span, window)
  return found
}

const idOf = ({ standsFor }: Event) => momentFor(standsFor!.time)

function shifted(later: Event, start: Time) {
  const by = later.start.shown - shownAt(later.start.clock, idOf(later))
  const there = shownAt(later.start.clock, momentFor(start))
  return { start: { ...later.start, shown: there + by }, span: later.span, takesTime: later.takesTime }
}

/** Left out: by date, by moment, or because another event stands in for it. */
function hidden(whole: Event, standIns: readonly Event[]): (start: Time) => boolean {
  const moments = new Set<number>()
  const days = new Set<number>()
  for (const time of [...whole.except, ...standIns.map(({ standsFor }) => standsFor!.time)]) {
    if (time.isDay || whole.start.isDay) days.add(dayOf(time, whole.start))
    else {
      moments.add(momentFor(time))
      // A series that floats has no moments in Greenwich: what is said so was meant by its own clock.
      if (whole.floats) moments.add(momentOf(whole.start.clock, time.shown))
    }
  }
  return (start) => days.has(Math.floor(start.shown / aDay)) || (!start.isDay && moments.has(momentFor(start)))
}

// A whole day told as its first moment, in Greenwich: 20201231T230000Z is New Year's Day here.
const dayOf = ({ shown, clock, isDay }: Time, start: Time) =>
  Math.floor((!isDay && clock.name === 'UTC' && shown % aDay ? shownAt(start.clock, shown) : shown) / aDay)

type Begun = { start: Time; span?: Span | undefined }

/** All beginnings that could reach into the window, each once. */
function startsOf(whole: Event, onward: readonly Event[], window: Looking, tell: (problem: Problem) => void): Begun[] {
  const { start, rules, exceptRules, extra } = whole
  const spans = [whole, ...onward].map(({ span }) => span.days * aDay + span.exact)
  const shifts = onward.map((one) => Math.abs(one.start.shown - one.standsFor!.time.shown))
  // A clock is changed by three hours at most, anywhere.
  const slack = Math.max(0, ...shifts) + 3 * 3_600_000
  const asked = {
    left: window.left,
    after: shownAt(start.clock, window.from) - Math.max(0, ...spans) - slack,
    before: shownAt(start.clock, window.until) + slack,
  }
  const times = (some: readonly Rule[]) =>
    some.flatMap((rule) => {
      const { starts, cut } = repeat(rule, { start: start.shown, until: untilOf(rule, start), ...asked })
      if (cut) tell({ what: 'often', at: whole.at })
      return starts
    })
  const without = new Set(times(exceptRules))
  const begun = new Map<number, Begun>()
  const takesTime = Math.max(...spans) > 0
  for (const shown of [start.shown, ...(takesTime ? times(rules) : [])])
    if (!without.has(shown)) begun.set(momentOf(start.clock, shown), { start: { ...start, shown } })
  for (const one of extra) {
    const begins = { ...one, start: alike(one.start, start) }
    begun.set(momentFor(begins.start), begins)
  }
  return [...begun.values()]
}

/** One more day of something that has an hour is at that hour; one more moment of whole days is that day. */
function alike(extra: Time, start: Time): Time {
  if (extra.isDay === start.isDay) return extra
  if (start.isDay) return { ...start, shown: dayOf(extra, start) * aDay }
  return { ...start, shown: extra.shown + (start.shown % aDay) }
}

/** The last that may begin, as the event's own clock shows it. */
function untilOf({ until }: Rule, start: Time): number {
  if (!until) return Number.POSITIVE_INFINITY
  const day = Math.floor(until.shown / aDay) * aDay
  if (start.isDay) return day
  if (until.isDay) return day + aDay - 1
  return until.clock.name === 'UTC' ? shownAt(start.clock, momentFor(until)) : until.shown
}

function add(found: Busy[], start: Time, span: Span, { from, until }: Window) {
  const begins = momentFor(start)
  const ends = endOf(start, span)
  if (ends > begins && begins < until && ends > from) found.push({ start: begins, end: ends, allDay: start.isDay })
}
