import { form, needed } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'

export const longestReason = 300
export const sleepForm = form({
  until: needed(10, { missing: 'error.day', tooLong: 'error.day' }).refine(isDay, 'error.day'),
})
export const declineForm = form({
  reason: needed(longestReason, { missing: 'error.reason', tooLong: 'error.long' }),
})
