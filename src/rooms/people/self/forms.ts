import type * as z from 'zod'
import { form } from '#kit/form/form.ts'
import { colleagueForm } from '../forms.ts'

/** What one tends oneself, held to the same rules as when a colleague writes it down. */
export const myselfForm = form({ name: colleagueForm.shape.name, phone: colleagueForm.shape.phone })
export type MyselfSaid = z.infer<typeof myselfForm.schema>
