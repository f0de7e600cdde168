import * as z from 'zod'
import { form, maybe, needed } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { topicOf } from '#rooms/trade/door.ts'
import { stages } from './tables.ts'

export const longestTip = 160

export const tipForm = form({
  line: needed(longestTip, { missing: 'error.line', tooLong: 'error.line.long' }),
  usedOn: z.string('error.month').refine((day) => isDay(day) && day.endsWith('-01'), 'error.month'),
  stage: maybe(z.enum(stages, 'error.stage')),
  topic: maybe(z.string().refine((id) => Boolean(topicOf(id)), 'error.topic')),
})
export type TipSaid = z.infer<typeof tipForm.schema>
