import * as z from 'zod'
import { form, text } from '#kit/form/form.ts'
import { decisions } from './tables.ts'

export const longestReason = 400
const note = (most: number) => text(most, 'error.long').transform((value) => value || null)

export const decisionForm = form({
  decision: z.enum(decisions, 'error.decision'),
  reason: note(longestReason),
  tell: note(800),
})
export type DecisionSaid = z.infer<typeof decisionForm.schema>
