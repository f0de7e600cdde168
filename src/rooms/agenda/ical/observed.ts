import type { Clock } from '#kit/time/clock.ts'
import { lineOf, linesOf, type Part } from './parts.ts'
import { patience, repeat } from './repeat.ts'
import { readRule } from './rule.ts'
import { type Clocks, readTime, readTimes } from './values.ts'

const aYear = 366 * 86_400_000
type Change = { at: number; before: number; ahead: number }

/** The clock that a VTIMEZONE describes: when it was changed, and to what. Undefined when it cannot be read. */
export function observed(zone: Part, until: number, utc: Clock): Clock | undefined {
  const changes = zone.parts.flatMap((part) => changesOf(part, until + aYear, utc)).sort((a, b) => a.at - b.at)
  const [first] = changes
  if (!first) return undefined
  return {
    name: 'described',
    aheadAt(moment) {
      let [low, high] = [0, changes.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if (changes[middle]!.at <= moment) low = middle + 1
        else high = middle
      }
      return low === 0 ? first.before : changes[low - 1]!.ahead
    },
  }
}

function changesOf(part: Part, before: number, utc: Clock): Change[] {
  const ahead = offsetOf(lineOf(part, 'TZOFFSETTO')?.value)
  const from = offsetOf(lineOf(part, 'TZOFFSETFROM')?.value) ?? ahead
  const clocks: Clocks = { reader: utc, utc, named: () => utc }
  const start = readTime(lineOf(part, 'DTSTART')?.value ?? '', undefined, clocks, 0)
  if (ahead === undefined || from === undefined || !start) return []
  const shown = new Set([start.shown])
  for (const { value, at } of linesOf(part, 'RRULE')) {
    const rule = readRule(value, clocks, at)
    if (!rule) continue
    // UNTIL is a moment; the change is written as the clock showed it before.
    const last = rule.until ? rule.until.shown + (/Z\b/i.test(value) ? from : 0) : Number.POSITIVE_INFINITY
    const asked = { start: start.shown, until: last, after: start.shown, before, left: patience() }
    for (const one of repeat(rule, asked).starts) shown.add(one)
  }
  for (const line of linesOf(part, 'RDATE')) for (const time of readTimes(line, clocks)) if (time) shown.add(time.shown)
  return [...shown].map((one) => ({ at: one - from, before: from, ahead }))
}

function offsetOf(text: string | undefined): number | undefined {
  const found = /^([+-])(\d{2}):?(\d{2}):?(\d{2})?$/.exec(text?.trim() ?? '')
  if (!found) return undefined
  const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0)
  return (found[1] === '-' ? -seconds : seconds) * 1000
}
