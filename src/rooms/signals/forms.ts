import * as z from 'zod'
import { form, maybe, needed } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'

export const longestWhy = 200
const words = { missing: 'error.why', tooLong: 'error.long' }

/** Quiet until a day, and why. */
export const restForm = form({
  until: z.string('error.until').refine(isDay, 'error.until'),
  why: needed(longestWhy, words),
})
export type RestSaid = z.infer<typeof restForm.schema>

/** Which signal, as it stands in an address and in a form. A control sign stands in none, and PostgreSQL takes no NUL. */
const named = z.string().regex(/^\P{C}{1,60}$/u)
export const which = z.object({ soort: named, over: named })
export type Which = z.infer<typeof which>

export const filterForm = form({
  wie: maybe(z.union([z.literal('niemand'), z.uuid()])),
  niveau: maybe(z.enum(['pupil', 'group', 'organisation'])),
})
