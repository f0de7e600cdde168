import { createHash } from 'node:crypto'
import { type Day, dayPlus, weekdayOf } from '#kit/time/day.ts'
import { tokenFor } from '#kit/vault/vault.ts'

/** The same in every letter to the same person, and made nowhere but here. */
export const tokenOf = ({ schoolId, id }: { schoolId: string; id: string }, inviteeId: string) =>
  tokenFor(`meeting|${schoolId}|${id}|${inviteeId}`)
export const digestOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Four days to answer, until a day that a school is open. */
export function usualAnswerBy(today: Day): Day {
  const day = dayPlus(today, 4)
  return weekdayOf(day) > 5 ? dayPlus(day, 8 - weekdayOf(day)) : day
}

const morning = (day: Day) => new Date(`${day}T06:30:00Z`)
/** Two days before the last day, unless the first letter is still fresh then; and the morning after it. */
export function reminderMoments(today: Day, answerBy: Day): { before: Date | undefined; after: Date } {
  const before = dayPlus(answerBy, -2)
  return { before: before > today ? morning(before) : undefined, after: morning(dayPlus(answerBy, 1)) }
}
