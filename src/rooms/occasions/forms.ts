import * as z from 'zod'
import { form, needed } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { occasionKinds } from './tables.ts'

export const longestName = 80
export const occasionForm = form({
  name: needed(longestName, { missing: 'error.name', tooLong: 'error.long' }),
  kind: z.enum(occasionKinds, 'error.kind'),
  day: z.string('error.day').refine(isDay, 'error.day'),
})
export type OccasionSaid = z.infer<typeof occasionForm.schema>

/** The lines on the list; what is no line of ours is left out by the action. */
export const guestsForm = form({
  guests: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()).max(2000)),
})
