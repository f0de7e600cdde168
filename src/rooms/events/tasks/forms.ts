import * as z from 'zod'
import { form, maybe, needed } from '#kit/form/form.ts'
import { furthest } from '../rules.ts'

export const longestTask = 160
const what = needed(longestTask, { missing: 'error.what', tooLong: 'error.what.long' })
const offset = z.coerce
  .number('error.moment')
  .int('error.moment')
  .min(-furthest, 'error.moment')
  .max(furthest, 'error.moment')
const doerId = maybe(z.uuid('error.person'))

/** One line: what, with the moment in it or chosen beside it. */
export const taskForm = form({ what, offset, doerId })
export type TaskSaid = z.infer<typeof taskForm.schema>
