import type { Problem } from './lines.ts'
import { lineOf, linesOf, type Part } from './parts.ts'
import { type Rule, readRule } from './rule.ts'
import {
  type Clocks,
  type Period,
  readPeriod,
  readSpan,
  readTimeOf,
  readTimes,
  type Span,
  spanBetween,
  type Time,
} from './values.ts'

/** What an event says of time. Its words are never read. */
export type Event = {
  uid: string
  sequence: number
  at: number
  start: Time
  /** Names no clock: it is at this hour wherever one is. */
  floats: boolean
  span: Span
  /** Takes time of whoever's agenda it is: neither cancelled nor transparent. */
  takesTime: boolean
  cancelled: boolean
  rules: Rule[]
  exceptRules: Rule[]
  extra: (Period | { start: Time; span?: undefined })[]
  except: Time[]
  /** Stands for this one of a series, and with `onward` for all after it too. */
  standsFor?: { time: Time; onward: boolean }
}

export function readEvent(part: Part, all: Clocks, tell: (problem: Problem) => void): Event | undefined {
  const startLine = lineOf(part, 'DTSTART')
  const start = startLine && readTimeOf(startLine, all)
  if (!start) {
    tell({ what: 'start', at: startLine?.at ?? part.at })
    return undefined
  }
  // A DTEND that forgot its zone is read by the clock of its DTSTART.
  const clocks = { ...all, floating: start.clock }
  const cancelled = /^CANCELLED$/i.test(lineOf(part, 'STATUS')?.value ?? '')
  const standsFor = standIn(part, clocks, tell)
  return {
    uid: lineOf(part, 'UID')?.value || `line ${part.at}`,
    sequence: Number(lineOf(part, 'SEQUENCE')?.value) || 0,
    ...{ at: part.at, start, cancelled, span: spanOf(part, start, clocks, tell) },
    floats: !start.isDay && !startLine.params['TZID'] && start.clock === all.reader,
    takesTime: !cancelled && !isTransparent(part),
    rules: rulesOf(part, 'RRULE', clocks, tell),
    exceptRules: rulesOf(part, 'EXRULE', clocks, tell),
    extra: extraOf(part, clocks, tell),
    except: linesOf(part, 'EXDATE').flatMap((line) => heard(readTimes(line, clocks), line.at, tell)),
    ...(standsFor ? { standsFor } : {}),
  }
}

function isTransparent(part: Part): boolean {
  const said = lineOf(part, 'TRANSP')?.value ?? ''
  if (/^(TRANSPARENT|OPAQUE)/i.test(said)) return /^T/i.test(said)
  return /^FREE$/i.test(lineOf(part, 'X-MICROSOFT-CDO-BUSYSTATUS')?.value ?? '')
}

/** DTEND, else DURATION, else a whole day or no time at all (RFC 5545, 3.6.1). */
function spanOf(part: Part, start: Time, clocks: Clocks, tell: (problem: Problem) => void): Span {
  const usual = { days: start.isDay ? 1 : 0, exact: 0 }
  const endLine = lineOf(part, 'DTEND')
  const lasts = lineOf(part, 'DURATION')
  const end = endLine && readTimeOf(endLine, clocks)
  const span = end ? spanBetween(start, end) : lasts && readSpan(lasts.value)
  if (!span && (endLine || lasts)) tell({ what: 'end', at: (endLine ?? lasts)!.at })
  if (!span) return usual
  const takes = span.days * 86_400_000 + span.exact
  if (takes < 0) tell({ what: 'end', at: (endLine ?? lasts)!.at })
  // A day that ends on the day it begins was meant to be that day.
  return takes > 0 || (takes === 0 && !start.isDay) ? span : usual
}

function rulesOf(part: Part, name: 'RRULE' | 'EXRULE', clocks: Clocks, tell: (problem: Problem) => void): Rule[] {
  return linesOf(part, name).flatMap(({ value, at }) => {
    const rule = value ? readRule(value, clocks, at) : undefined
    if (!rule) tell({ what: 'repeats', at })
    return rule ?? []
  })
}

function extraOf(part: Part, clocks: Clocks, tell: (problem: Problem) => void): Event['extra'] {
  return linesOf(part, 'RDATE').flatMap((line) => {
    if (!line.value.includes('/')) return heard(readTimes(line, clocks), line.at, tell).map((start) => ({ start }))
    const periods = line.value.split(',').map((one) => readPeriod(one, line.params['TZID'], clocks, line.at))
    return heard(periods, line.at, tell)
  })
}

function standIn(part: Part, clocks: Clocks, tell: (problem: Problem) => void): Event['standsFor'] {
  const line = lineOf(part, 'RECURRENCE-ID')
  if (!line) return undefined
  const time = readTimeOf(line, clocks)
  if (!time) tell({ what: 'exception', at: line.at })
  return time && { time, onward: /^THISANDFUTURE$/i.test(line.params['RANGE'] ?? '') }
}

function heard<T>(read: (T | undefined)[], at: number, tell: (problem: Problem) => void): T[] {
  if (read.some((one) => !one)) tell({ what: 'exception', at })
  return read.filter((one) => one !== undefined)
}
