import * as z from 'zod'
import { form, needed, text } from '#kit/form/form.ts'
import { namesAChild } from '#rooms/trade/door.ts'

const time = (error: 'error.from' | 'error.until') =>
  needed(5, { missing: error, tooLong: error }).pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, error))

// Everybody who walks in reads it.
const ofNoChild = (said: string) => !namesAChild(said)

/** Something for whoever walks in, every week. */
export const hourForm = form({
  title: needed(80, { missing: 'hall.error.title', tooLong: 'error.long' }).refine(ofNoChild, 'error.child'),
  weekday: z.coerce.number('error.weekdays').int().min(1, 'error.weekdays').max(5, 'error.weekdays'),
  from: time('error.from'),
  until: time('error.until'),
  place: text(80, 'error.long')
    .refine(ofNoChild, 'error.child')
    .transform((value) => value || null),
})
export type HourSaid = z.infer<typeof hourForm.schema>

/** A partner agreed, and how she is called there. */
export const agreedForm = form({ name: needed(80, { missing: 'hall.error.name', tooLong: 'error.long' }) })
