import * as z from 'zod'
import { form, text } from '#kit/form/form.ts'
import { weights } from './tables.ts'

export const longestWeighing = 300
export const balanceForm = form({
  weight: z.enum(weights, 'error.weight'),
  line: text(longestWeighing, 'error.long').transform((value) => value || null),
})
export type BalanceSaid = z.infer<typeof balanceForm.schema>
