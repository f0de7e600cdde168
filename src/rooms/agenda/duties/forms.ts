import * as z from 'zod'
import { form, needed } from '#kit/form/form.ts'
import { dutyKinds } from './tables.ts'

const time = (error: 'error.from' | 'error.until') =>
  needed(5, { missing: error, tooLong: error }).pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, error))

export const dutyForm = form({
  weekday: z.coerce.number('error.weekday').int('error.weekday').min(1, 'error.weekday').max(5, 'error.weekday'),
  from: time('error.from'),
  until: time('error.until'),
  kind: z.enum(dutyKinds, 'error.kind'),
})
export type DutySaid = z.infer<typeof dutyForm.schema>
