import * as z from 'zod'
import { form, maybe, needed, several, text } from '#kit/form/form.ts'
import { namesAChild } from '#rooms/trade/door.ts'

const time = (error: 'error.from' | 'error.until') =>
  needed(5, { missing: error, tooLong: error }).pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, error))

/** One or more weekdays on which a partner comes at the same hours. */
export const presenceForm = form({
  weekdays: several(['1', '2', '3', '4', '5'])
    .transform((days) => days.map(Number))
    .refine((days) => days.length > 0, 'error.weekdays'),
  from: time('error.from'),
  until: time('error.until'),
  spaceId: maybe(z.uuid('error.space')),
  what: text(200, 'error.long')
    .refine((said) => !namesAChild(said), 'error.child')
    .transform((value) => value || null),
})
export type PresenceSaid = z.infer<typeof presenceForm.schema>
