import * as z from 'zod'
import { form, needed } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'

export const longest = { what: 200, outcome: 200 } as const
export const pointForm = form({ what: needed(longest.what, { missing: 'error.what', tooLong: 'error.long' }) })
export const signalForm = form({ signal: z.string().regex(/^[a-z]+\.[a-z]+$/) })
export const outcomeForm = form({
  outcome: needed(longest.outcome, { missing: 'error.outcome', tooLong: 'error.long' }),
})
export const dayForm = form({ day: z.string('error.day').refine(isDay, 'error.day') })
