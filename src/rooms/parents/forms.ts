import * as z from 'zod'
import { form, maybe, needed, text, ticked } from '#kit/form/form.ts'
import { parentRoles } from './content/topics.ts'

const website = maybe(
  z
    .string()
    .max(300, 'error.website')
    .regex(/^https?:\/\/[^\s/$.?#][^\s]*$/i, 'error.website'),
)
const phone = maybe(
  z
    .string()
    .max(30, 'error.phone')
    .regex(/^[+\d][\d\s()\-/.]{2,}$/, 'error.phone'),
)
const orNull = (value: string) => value || null

/** The school's own words on the page, and where to find what is not ours. */
export const pageForm = form({
  greeting: text(400, 'error.greeting').transform(orNull),
  supportWebsite: website,
  supportPhone: phone,
  complaintsWebsite: website,
})
export type PageSaid = z.infer<typeof pageForm.schema>

export const topicForm = form({
  hidden: ticked,
  role: maybe(z.enum(parentRoles, 'error.role')),
  sentence: text(200, 'error.sentence').transform(orNull),
})
export type TopicSaid = z.infer<typeof topicForm.schema>

export const offerForm = form({
  what: needed(120, { missing: 'error.what', tooLong: 'error.what.long' }),
  forWhom: text(120, 'error.short').transform(orNull),
  times: text(120, 'error.short').transform(orNull),
  joining: text(200, 'error.short').transform(orNull),
})
export type OfferSaid = z.infer<typeof offerForm.schema>
