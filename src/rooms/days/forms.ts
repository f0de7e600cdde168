import * as z from 'zod'
import { form, maybe, needed } from '#kit/form/form.ts'
import { dayPlus, isDay } from '#kit/time/day.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { kindsOfDay, regions } from './rules.ts'

const day = z.string().refine(isDay, 'error.day')

export const dayForm = form({
  kind: z.enum(kindsOfDay, 'error.kind'),
  // It goes on into calendars elsewhere.
  title: needed(120, { missing: 'error.title', tooLong: 'error.long' }).refine(
    (said) => !namesAChild(said),
    'error.child',
  ),
  from: needed(10, { missing: 'error.day', tooLong: 'error.day' }).pipe(day),
  until: maybe(day),
})
export type DaySaid = z.infer<typeof dayForm.schema>

/** A study day of four months is a mistake of typing. */
export const isTooLong = ({ from, until }: { from: string; until: string }) => until > dayPlus(from, 150)

export const regionForm = form({ region: z.enum(regions, 'error.region') })
