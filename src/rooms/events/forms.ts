import * as z from 'zod'
import { form, maybe, needed, text } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { eventKinds } from './rules.ts'

export const longest = { title: 80, lines: 2000, note: 100 } as const

const day = maybe(z.string('error.day').refine(isDay, 'error.day'))
const lines = text(longest.lines, 'error.lines').transform((value) => value || null)

/** From what one begins: a template of ours, or nothing. */
export const starts = [...eventKinds.filter((kind) => kind !== 'other'), 'empty'] as const
export const beginForm = form({
  start: z.enum(starts, 'error.start'),
  title: text(longest.title, 'error.title.long'),
  day,
})
export type BeginSaid = z.infer<typeof beginForm.schema>

export const playbookForm = form({
  title: needed(longest.title, { missing: 'error.title', tooLong: 'error.title.long' }),
  kind: z.enum(eventKinds, 'error.kind'),
  day,
  ownerId: maybe(z.uuid('error.person')),
  materials: lines,
  risks: lines,
  remarks: lines,
})
export type PlaybookSaid = z.infer<typeof playbookForm.schema>

export const copyForm = form({
  copyDay: z.preprocess(
    (value) => (value === undefined ? '' : value),
    z.string('error.copy').refine(isDay, 'error.copy'),
  ),
})

export const partnerForm = form({
  relationId: z.uuid('error.line'),
  note: text(longest.note, 'error.note').transform((value) => value || null),
})
export type PartnerSaid = z.infer<typeof partnerForm.schema>
