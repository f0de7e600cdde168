import * as z from 'zod'
import { form, needed } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { contactKinds } from './tables.ts'

export const longestLine = 200

/** One line, today, and that is all. */
export const contactForm = form({
  line: needed(longestLine, { missing: 'error.line', tooLong: 'error.long' }),
  day: z.string('error.day').refine(isDay, 'error.day'),
  kind: z.preprocess((kind) => kind || 'spoke', z.enum(contactKinds, 'error.choice')),
})
export type ContactSaid = z.infer<typeof contactForm.schema>
