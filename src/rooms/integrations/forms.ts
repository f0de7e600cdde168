import * as z from 'zod'
import { form, needed, several } from '#kit/form/form.ts'
import { type Day, dayPlus, isDay } from '#kit/time/day.ts'
import { longestDays, scopes } from './rules.ts'

const name = needed(80, { missing: 'error.name', tooLong: 'error.name.long' })

/** A token for one program: what for, how far, until when. */
export const tokenForm = form({
  name,
  scopes: several(scopes).refine((chosen) => chosen.length > 0, 'error.scopes'),
  expiresOn: needed(10, { missing: 'error.day', tooLong: 'error.day' }).pipe(z.string().refine(isDay, 'error.day')),
})
export type TokenSaid = z.infer<typeof tokenForm.schema>

/** From tomorrow on, and a year at most. */
export const mayLastUntil = (day: Day, today: Day) => day > today && day <= dayPlus(today, longestDays)
