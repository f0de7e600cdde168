import * as z from 'zod'
import { form, maybe, needed } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { isShort } from './rules.ts'

export const longest = { name: 60, about: 200, unit: 30, lines: 600 } as const

export const circleForm = form({
  name: needed(longest.name, { missing: 'error.name', tooLong: 'error.name.long' }),
  about: maybe(z.string().max(longest.about, 'error.about')),
  leadId: maybe(z.uuid('error.person')),
})
export type CircleSaid = z.infer<typeof circleForm.schema>

export const memberForm = form({
  personId: z.uuid('error.person'),
  unit: maybe(z.string().max(longest.unit, 'error.unit')),
})
export type MemberSaid = z.infer<typeof memberForm.schema>

export const partnerForm = form({ relationId: z.uuid('error.line') })

export const noteForm = form({
  day: z.string('error.day').refine(isDay, 'error.day'),
  lines: needed(longest.lines, { missing: 'error.lines', tooLong: 'error.lines.long' }).refine(
    isShort,
    'error.lines.long',
  ),
})
export type NoteSaid = z.infer<typeof noteForm.schema>
