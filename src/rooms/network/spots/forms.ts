import type * as z from 'zod'
import { form, needed } from '#kit/form/form.ts'

export const omissionForm = form({ reason: needed(300, { missing: 'error.reason', tooLong: 'error.reason.long' }) })
export type OmissionSaid = z.infer<typeof omissionForm.schema>
