import * as z from 'zod'
import { form } from '#kit/form/form.ts'
import { colleagueForm } from '../forms.ts'

/** A colleague at a partner: who she is and where the invitation goes. What she may do is what you may do. */
export const teammateForm = form({
  name: colleagueForm.shape.name,
  mail: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim() : ''),
    z.string().min(1, 'team.mail.missing').max(200, 'error.mail').pipe(z.email('error.mail')),
  ),
})
