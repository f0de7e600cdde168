import * as z from 'zod'
import { form } from '#kit/form/form.ts'

const space = z
  .templateLiteral(['space:', z.uuid()])
  .transform((said) => ({ kind: 'space' as const, spaceId: said.slice('space:'.length) }))
const whole = z.enum(['building', 'mine', 'year']).transform((kind) => ({ kind, spaceId: null }))

/** What the calendar shows: everybody, my partners, the year plan, or one room. */
export const feedForm = form({ what: z.union([whole, space], 'error.feed') })
export type FeedSaid = z.infer<typeof feedForm.schema>['what']
