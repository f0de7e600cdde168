import * as z from 'zod'
import { form, maybe } from '#kit/form/form.ts'

export const longest = 300
const part = maybe(z.string().max(longest, 'error.long'))
export const cardForm = form({ task: part, decides: part, consulted: part })
export type CardSaid = z.infer<typeof cardForm.schema>
