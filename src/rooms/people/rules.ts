import type { Day } from '#kit/time/day.ts'
import type { BellTime } from './tables.ts'

export const leavesBeforeSheComes = ({ from, until }: { from: Day | null; until: Day | null }) =>
  from !== null && until !== null && until < from

type Times = Readonly<Record<string, string | null>>
const parts = [
  { part: 'lesson', from: 'from', until: 'until' },
  { part: 'break', from: 'breakFrom', until: 'breakUntil' },
  { part: 'lunch', from: 'lunchFrom', until: 'lunchUntil' },
] as const

/** The parts of each day that were filled in, out of fields named “1.from”, “1.breakUntil” and so on. */
export function bellPartsOf(said: Times): Omit<BellTime, 'schoolId'>[] {
  return [1, 2, 3, 4, 5].flatMap((weekday) => partsOfDay(said, weekday))
}

// Breaks cut the lessons in stretches, so that each stretch has a start of its own.
function partsOfDay(said: Times, weekday: number): Omit<BellTime, 'schoolId'>[] {
  const [lesson, ...pauses] = parts.map(({ part, from, until }) => ({
    weekday,
    part,
    from: said[`${weekday}.${from}`],
    until: said[`${weekday}.${until}`],
  }))
  if (!lesson?.from || !lesson.until) return []
  const rests = pauses
    .flatMap(({ part, from, until }) => (from && until ? [{ weekday, part, from, until }] : []))
    .sort((a, b) => a.from.localeCompare(b.from))
  const stretches: Omit<BellTime, 'schoolId'>[] = []
  let since = lesson.from
  for (const rest of rests) {
    if (rest.from > since) stretches.push({ weekday, part: 'lesson', from: since, until: rest.from })
    stretches.push(rest)
    since = rest.until
  }
  if (lesson.until > since) stretches.push({ weekday, part: 'lesson', from: since, until: lesson.until })
  return stretches
}

/** Fields in which an end comes before, or together with, its beginning. */
export const endsBeforeItBegins = (said: Times): string[] =>
  [1, 2, 3, 4, 5].flatMap((weekday) =>
    parts.flatMap(({ from, until }) => {
      const [begin, end] = [said[`${weekday}.${from}`], said[`${weekday}.${until}`]]
      return (begin && !end) || (!begin && end) || (begin && end && end <= begin) ? [`${weekday}.${until}`] : []
    }),
  )

/** What the form shows for the bell times that are kept: the first start, the last end, and the breaks. */
export function bellFieldsOf(times: readonly BellTime[]): Record<string, string> {
  const fields: Record<string, string> = {}
  const short = (time: string) => time.slice(0, 5)
  for (const { weekday, part, from, until } of times) {
    if (part === 'lesson') {
      fields[`${weekday}.from`] ??= short(from)
      fields[`${weekday}.until`] = short(until)
    } else {
      fields[`${weekday}.${part}From`] = short(from)
      fields[`${weekday}.${part}Until`] = short(until)
    }
  }
  return fields
}
