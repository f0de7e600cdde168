import { type Day, dayPlus } from '#kit/time/day.ts'
import { isDue } from '#rooms/relations/door.ts'
import { cleared, topics } from '#rooms/trade/door.ts'
import { aYearBefore } from '../rules.ts'

/** Who said it two years ago or longer is no longer taken at her word. */
export const shownSince = (today: Day): Day => aYearBefore(aYearBefore(today))
export const isShown = ({ confirmedOn }: { confirmedOn: Day }, today: Day) => confirmedOn > shownSince(today)
/** A year later its author is asked whether it still holds. */
export const asksAuthor = ({ confirmedOn }: { confirmedOn: Day }, today: Day) => isDue(confirmedOn, today)

/** A name, a citizen number or a birthday in it: this line may be about somebody. */
export const namesSomebody = (line: string) => cleared(line).warnings.length > 0

const monthsBack = 24
/** This month and those before it, as their first days. */
export function monthsUntil(today: Day): Day[] {
  const months = [firstOf(today)]
  while (months.length < monthsBack) months.push(firstOf(dayPlus(months.at(-1) ?? today, -1)))
  return months
}
const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01`

/** Questions a tip about this partner can be about: those it answers here, and those of its kind. */
export const topicsFor = ({ type, topics: chosen }: { type: string | null; topics: readonly { topic: string }[] }) =>
  topics
    .filter(({ id, partners }) => chosen.some(({ topic }) => topic === id) || partners.includes(type ?? ''))
    .map(({ id }) => id)
