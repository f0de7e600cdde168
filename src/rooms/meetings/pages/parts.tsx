import { type Day, sayDay } from '#kit/time/day.ts'
import { sayKey, useLanguage } from '#kit/words/words.ts'
import { dayIn, endOf, localOf, timeIn } from '../rules.ts'
import { words as wishWords } from '../wishes/words/words.ts'
import { words } from '../words/words.ts'

/** “di 24 nov, 15:00–15:30”. */
export function sayMoment(startsAt: Date, minutes: number, language: string, today?: Day): string {
  const local = localOf(startsAt)
  return `${sayDay(dayIn(local), language, today)}, ${timeIn(local)}–${timeIn(localOf(endOf(startsAt, minutes)))}`
}
export const useMoment = (minutes: number, today: Day) => {
  const language = useLanguage()
  return (startsAt: Date) => sayMoment(startsAt, minutes, language, today)
}

/** What is not right about a form, in words. */
export function useErrors() {
  const t = words.use()
  const wishes = wishWords.use()
  return (errors: Partial<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, sayKey(wishes, key ?? ''))]))
}
