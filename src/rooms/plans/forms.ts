import * as z from 'zod'
import { form, maybe, needed, text } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { partnerTypeOf, topicOf } from '#rooms/trade/door.ts'
import { outcomes, rooms } from './tables.ts'

const known = (find: (id: string) => unknown) => maybe(z.string().refine((id) => Boolean(find(id)), 'error.choice'))
const anId = maybe(z.uuid('error.choice'))

/** The short form: seven questions, and an eighth where the school has as many lines as it can serve. */
export const choiceForm = form({
  lineId: anId,
  proposalId: anId,
  name: text(160, 'error.name.long'),
  type: known(partnerTypeOf),
  topic: known(topicOf),
  visionId: anId,
  forWhom: needed(300, { missing: 'error.forWhom', tooLong: 'error.long' }),
  better: needed(400, { missing: 'error.better', tooLong: 'error.long' }),
  seenBy: needed(10, { missing: 'error.seenBy', tooLong: 'error.seenBy' }).refine(isDay, 'error.seenBy'),
  stops: needed(300, { missing: 'error.stops', tooLong: 'error.long' }),
  hours: needed(5, { missing: 'error.hours', tooLong: 'error.hours' })
    .refine((value) => /^\d{1,4}$/.test(value) && Number(value) <= 2000, 'error.hours')
    .transform(Number),
  ownerId: anId,
  room: maybe(z.enum(rooms, 'error.choice')),
  roomLineId: anId,
  roomNote: text(300, 'error.long').transform((value) => value || null),
})
export type ChoiceSaid = z.infer<typeof choiceForm.schema>

export const decisionForm = form({
  outcome: z.enum(outcomes, 'error.outcome'),
  why: needed(600, { missing: 'error.why', tooLong: 'error.long' }),
})
export type DecisionSaid = z.infer<typeof decisionForm.schema>
