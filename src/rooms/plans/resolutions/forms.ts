import * as z from 'zod'
import { form, maybe, needed, several, text } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { partnerTypeOf, topicOf } from '#rooms/trade/door.ts'
import { involving } from './tables.ts'

export const schoolDays = ['1', '2', '3', '4', '5'] as const
export const longestLine = 300
const known = (find: (id: string) => unknown) => maybe(z.string().refine((id) => Boolean(find(id)), 'error.choice'))
const anId = maybe(z.uuid('error.choice'))
const line = text(longestLine, 'error.long').transform((value) => value || null)

export const resolutionForm = form({
  title: needed(160, { missing: 'error.title', tooLong: 'error.title.long' }),
  about: text(600, 'error.long').transform((value) => value || null),
  decidesOn: needed(10, { missing: 'error.decidesOn', tooLong: 'error.decidesOn' }).refine(isDay, 'error.decidesOn'),
  visionId: anId,
  topic: known(topicOf),
  type: known(partnerTypeOf),
  weekdays: several(schoolDays).transform((days) => days.map(Number)),
  spaceId: anId,
  ownerId: anId,
  lineId: anId,
  choiceId: anId,
})
export type ResolutionSaid = z.infer<typeof resolutionForm.schema>

export const involvementForm = form({
  way: z.enum(involving, 'error.way'),
  why: line,
  askUntil: maybe(z.string().refine(isDay, 'error.day')),
  said: line,
})
export type InvolvementSaid = z.infer<typeof involvementForm.schema>

/** A partner nobody proposed. */
export const alsoForm = form({ lineId: needed(40, { missing: 'error.line', tooLong: 'error.line' }) })
