import * as z from 'zod'
import { type Body, form, maybe, text } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { spread } from './rules.ts'
import { contactKinds } from './tables.ts'

export const longestLine = 300

const note = text(longestLine, 'error.long').transform((value) => value || null)

/** What about, what was agreed, what follows: one of the three is enough, and the day is today. */
export const contactForm = form({
  line: note,
  agreed: note,
  next: note,
  nextOn: maybe(z.string().refine(isDay, 'error.day')),
  day: z.string('error.day').refine(isDay, 'error.day'),
  kind: z.preprocess((kind) => kind || 'spoke', z.enum(contactKinds, 'error.choice')),
})
type Whole = z.infer<typeof contactForm.schema>
export type ContactSaid = Pick<Whole, 'line' | 'day' | 'kind'> & Partial<Whole>

/** As it was typed or pasted: a whole text with the three headings in it is spread over the three. */
export const asNoted = (body: Body): Body => {
  const of = (field: string) => [body[field] ?? ''].flat()[0] ?? ''
  return { ...body, ...spread({ line: of('line'), agreed: of('agreed'), next: of('next') }) }
}
