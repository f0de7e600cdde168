import * as z from 'zod'
import { form, maybe, needed, text } from '#kit/form/form.ts'
import { topicOf } from '#rooms/trade/door.ts'

/** A whole number that somebody could mean; empty is none. */
export const wholeNumber = (most: number) =>
  maybe(
    z
      .string()
      .regex(/^\d{1,5}$/, 'error.number')
      .transform(Number)
      .refine((value) => value <= most, 'error.number'),
  )

export const pointForm = form({
  name: needed(160, { missing: 'error.point', tooLong: 'error.point.long' }),
  about: text(600, 'error.long').transform((value) => value || null),
})
export type PointSaid = z.infer<typeof pointForm.schema>

export const restraintForm = form({
  topic: needed(60, { missing: 'error.topic', tooLong: 'error.topic' }).refine((id) => topicOf(id), 'error.topic'),
  reason: needed(400, { missing: 'error.reason', tooLong: 'error.long' }),
})
export type RestraintSaid = z.infer<typeof restraintForm.schema>

export const boundsForm = form({ mostLines: wholeNumber(2000), mostPerOwner: wholeNumber(2000) })
export type BoundsSaid = z.infer<typeof boundsForm.schema>

/** The hours of everybody in one form. Whoever's field was not sent keeps what was agreed. */
export const hoursField = (personId: string) => `hours-${personId}`
export const hoursForm = (personIds: readonly string[]) =>
  form(Object.fromEntries(personIds.map((id) => [hoursField(id), wholeNumber(2000)])))
