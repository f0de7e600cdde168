import * as z from 'zod'
import { form, text, ticked } from '#kit/form/form.ts'
import { audiences } from './tables.ts'

const isId = (value: unknown) => z.uuid().safeParse(value).success
/** Boxes that were ticked; what is no id is nobody's box. */
const ids = z.preprocess((value) => [value ?? []].flat().filter(isId).slice(0, 200), z.array(z.string()))

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
