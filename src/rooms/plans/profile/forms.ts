import * as z from 'zod'
import { form, needed, text } from '#kit/form/form.ts'

export const longestName = 80
export const nameForm = form({ name: needed(longestName, { missing: 'error.name', tooLong: 'error.name.long' }) })
export type NameSaid = z.infer<typeof nameForm.schema>

const chosen = (missing: string) => z.uuid(missing)
export const contributionForm = form({
  relationId: chosen('error.partner'),
  what: text(160, 'error.long').transform((value) => value || null),
})
export type ContributionSaid = z.infer<typeof contributionForm.schema>
