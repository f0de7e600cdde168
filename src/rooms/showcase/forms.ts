import * as z from 'zod'
import { form, maybe, needed, text } from '#kit/form/form.ts'

export const introForm = form({ intro: text(400, 'error.intro').transform((value) => value || null) })
export type IntroSaid = z.infer<typeof introForm.schema>

export const lineForm = form({
  name: needed(120, { missing: 'error.name', tooLong: 'error.name' }),
  website: maybe(
    z
      .string()
      .max(300, 'error.website')
      .regex(/^https?:\/\/[^\s/$.?#][^\s]*$/i, 'error.website'),
  ),
  why: needed(200, { missing: 'error.why', tooLong: 'error.why.long' }),
})
export type LineSaid = z.infer<typeof lineForm.schema>
