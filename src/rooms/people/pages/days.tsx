import { sayWeekday, sayWeekdays, type Weekday } from '#kit/time/day.ts'
import { useLanguage } from '#kit/words/words.ts'
import { words } from '../words/words.ts'

/** Says working days as people do: “ma t/m wo, vr”. */
export function useDays() {
  const language = useLanguage()
  const t = words.use()
  return (days: readonly number[]) =>
    days.length ? sayWeekdays(days, language, t['person.days.until']) : t['person.days.unknown']
}

/** The five school days as boxes to tick. */
export function useDayOptions() {
  const language = useLanguage()
  return ([1, 2, 3, 4, 5] as Weekday[]).map((day) => ({ value: String(day), label: sayWeekday(day, language, 'long') }))
}
