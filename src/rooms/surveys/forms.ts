import * as z from 'zod'
import { form, text, ticked } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { votes, ways } from './tables.ts'

export const askForm = form({
  kind: z.enum(ways, 'error.kind'),
  closesOn: z.string('error.closesOn').refine(isDay, 'error.closesOn'),
})

export const voteForm = form({
  vote: z.enum(votes, 'error.vote'),
  why: text(300, 'error.long')
    .refine((said) => !namesAChild(said), 'error.child')
    .transform((value) => value || null),
  takesUp: ticked,
})
export type VoteSaid = z.infer<typeof voteForm.schema>
