import type * as z from 'zod'
import { form, text } from '#kit/form/form.ts'

const most = 300
const sentence = text(most, 'error.sentence').transform((said) => said || null)

/** Three sentences; each may be empty. */
export const noteForm = form({ grown: sentence, careful: sentence, promised: sentence })
export type NoteSaid = z.infer<typeof noteForm.schema>
export const sentences = ['grown', 'careful', 'promised'] as const
