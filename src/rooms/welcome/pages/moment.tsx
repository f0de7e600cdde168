import { formatOf, zone } from '#kit/time/day.ts'
import { useLanguage } from '#kit/words/words.ts'

/** A moment as people say it: “21 nov 2026 14:05”. */
export function useMoment() {
  const format = formatOf(useLanguage(), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  return (moment: Date) => format.format(moment)
}
