import * as z from 'zod'
import { form, maybe, needed } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'

const most = 10_000_000
export const fundForm = form({
  name: needed(120, { missing: 'error.name', tooLong: 'error.long' }),
  euros: maybe(
    z
      .string()
      .transform((text) => text.replace(/[€\s.]/g, ''))
      .refine((text) => /^\d{1,8}$/.test(text) && Number(text) <= most, 'error.euros')
      .transform(Number),
  ),
  endsOn: needed(10, { missing: 'error.day', tooLong: 'error.day' }).refine(isDay, 'error.day'),
})
export type FundSaid = z.infer<typeof fundForm.schema>
