import * as z from 'zod'
import { form, maybe, needed } from '#kit/form/form.ts'
import { isDay, weekdayOf } from '#kit/time/day.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { groupKinds, presenceKinds, reasons } from './rules.ts'

const clock = /^([01]\d|2[0-3]):[0-5]\d$/
const time = (error: 'error.from' | 'error.until') =>
  needed(5, { missing: error, tooLong: error }).pipe(z.string().regex(clock, error))
const day = needed(10, { missing: 'error.day', tooLong: 'error.day' })
  .pipe(z.string().refine(isDay, 'error.day'))
  .refine((said) => !isDay(said) || weekdayOf(said) < 6, 'error.day')
const reason = z.enum(reasons, 'error.reason')
const spaceId = maybe(z.uuid('error.space'))
const id = (error: string) => needed(36, { missing: error, tooLong: error }).pipe(z.uuid(error))

/** One session on one date; when it is not held, day, hour and room are nobody's. */
export const onceForm = form({ kind: z.enum(['cancelled', 'moved'], 'error.kind'), reason })
export const moveForm = form({ day, from: time('error.from'), spaceId, reason })
export type MoveSaid = z.infer<typeof moveForm.schema>

export const extraForm = form({ sessionId: id('error.session'), day, from: time('error.from'), spaceId, reason })
export type ExtraSaid = z.infer<typeof extraForm.schema>

export const groupForm = form({
  groups: z.preprocess(
    (said) => (said === undefined ? [] : [said].flat()),
    z.array(z.uuid('error.groups'), 'error.groups').min(1, 'error.groups'),
  ),
  day,
  from: time('error.from'),
  until: time('error.until'),
  title: needed(60, { missing: 'error.title', tooLong: 'error.title' }).refine(
    (said) => !namesAChild(said),
    'error.child',
  ),
  kind: z.enum(groupKinds, 'error.kind'),
})
export type GroupSaid = z.infer<typeof groupForm.schema>

const hour = maybe(z.string().regex(clock, 'error.from'))
export const partnerForm = form({
  relationId: id('error.partner'),
  kind: z.enum(presenceKinds, 'error.kind'),
  day,
  from: hour,
  until: hour,
  spaceId,
  reason,
})
export type PartnerSaid = z.infer<typeof partnerForm.schema>
