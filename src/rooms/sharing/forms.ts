import * as z from 'zod'
import { form, text, ticked } from '#kit/form/form.ts'
import { audiences } from './tables.ts'

const ids = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.uuid('error.schools')).max(200, 'error.schools'),
)

export const offerForm = form({
  note: text(300, 'error.note').transform((value) => value || null),
  faces: ids,
  agreed: ticked,
  audience: z.enum(audiences, 'error.audience'),
  km: z.coerce.number().int().min(1).max(25).catch(5),
  schools: ids,
})
export type OfferSaid = z.infer<typeof offerForm.schema>
export type Audience = OfferSaid['audience']
