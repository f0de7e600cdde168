import * as z from 'zod'
import { form, maybe, needed, text } from '#kit/form/form.ts'
import { isMail, readPhone } from '#kit/sheet/contact.ts'
import { isDay } from '#kit/time/day.ts'
import { chosenIn } from './rules.ts'

const note = (most: number) => text(most, 'error.long').transform((value) => value || null)
const tidied = (read: (text: string) => string | undefined, wrong: string) =>
  maybe(
    z
      .string()
      .max(300, wrong)
      .transform((value, check) => {
        const tidy = read(value)
        if (tidy === undefined) check.addIssue({ code: 'custom', message: wrong })
        return tidy ?? value
      }),
  )
const person = {
  work: note(120),
  phone: tidied(readPhone, 'error.phone'),
  mail: tidied((value) => (isMail(value) ? value : undefined), 'error.mail'),
}
const day = needed(10, { missing: 'error.day', tooLong: 'error.day' }).refine(isDay, 'error.day')

/** From when she is gone, and who follows: a face we know, somebody new, or whom we ask. */
export const partingForm = form({
  stopsOn: day,
  follows: needed(60, { missing: 'error.follows', tooLong: 'error.follows' }).refine(
    (value) => chosenIn(value) !== undefined,
    'error.follows',
  ),
  name: note(120),
  ...person,
})
export type PartingSaid = z.infer<typeof partingForm.schema>

/** What a partner says: from when, who follows, and one sentence for that person. */
export const successorForm = form({
  stopsOn: day,
  name: needed(120, { missing: 'error.name', tooLong: 'error.long' }),
  ...person,
  note: note(300),
})
export type SuccessorSaid = z.infer<typeof successorForm.schema>
