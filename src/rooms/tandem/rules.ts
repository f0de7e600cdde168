import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import type { Group } from '#rooms/signals/door.ts'

type Known = { signal: string | null; settledOn: Day | null }
const fortnight = 14

/** What is open and does not stand on the agenda yet. What was just spoken about rests for a fortnight. */
export const toPropose = <G extends Pick<Group, 'kind'>>(
  groups: readonly G[],
  points: readonly Known[],
  today: Day,
): G[] =>
  groups.filter(
    ({ kind }) =>
      !points.some(
        ({ signal, settledOn }) => signal === kind && (settledOn === null || settledOn > dayPlus(today, -fortnight)),
      ),
  )

/** Never in a weekend: then the Monday after. */
const onWeekday = (day: Day) => dayPlus(day, weekdayOf(day) > 5 ? 8 - weekdayOf(day) : 0)

/** When the two speak next: the day they chose, and from there every two weeks; two weeks from now when they chose none. */
export function nextTime(chosen: Day | null, today: Day): Day {
  if (chosen === null) return onWeekday(dayPlus(today, fortnight))
  let day = chosen
  while (day < today) day = dayPlus(day, fortnight)
  return day
}
export const timeAfter = (next: Day): Day => dayPlus(next, fortnight)

type Carried = { settledOn: Day | null; carriedTo: Day | null }
/** The agenda: what is for next time, what was carried further, and what was settled. */
export const sorted = <P extends Carried>(points: readonly P[], next: Day) => ({
  now: points.filter(({ settledOn, carriedTo }) => settledOn === null && (carriedTo === null || carriedTo <= next)),
  later: points.filter(({ settledOn, carriedTo }) => settledOn === null && carriedTo !== null && carriedTo > next),
  settled: points.filter(({ settledOn }) => settledOn !== null),
})

/** What was spoken about stays half a year. */
export const daysKept = 183
