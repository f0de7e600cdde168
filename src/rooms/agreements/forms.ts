import * as z from 'zod'
import { form, maybe, needed, text } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { aimOutcomes, channels, parts, procedures, tones } from './tables.ts'

export const longestLine = 300
const note = (most: number) => text(most, 'error.long').transform((value) => value || null)
const line = (missing: string) => needed(longestLine, { missing, tooLong: 'error.long' })
const day = (missing: string) => z.string(missing).refine(isDay, missing)
const maybeDay = maybe(z.string().refine(isDay, 'error.day'))

export const aimForm = form({ success: line('error.success'), lookOn: day('error.lookOn'), startsOn: maybeDay })
export type AimSaid = z.infer<typeof aimForm.schema>

/** What is agreed. With the first, the sentence that says when it has succeeded comes along. */
export const agreementForm = form({
  what: line('error.what'),
  part: z.enum(parts, 'error.part'),
  personId: maybe(z.uuid('error.person')),
  until: day('error.until'),
  success: note(longestLine),
  lookOn: maybeDay,
  startsOn: maybeDay,
})
export type AgreementSaid = z.infer<typeof agreementForm.schema>

export const keptForm = form({ kept: z.enum(['ja', 'nee'], 'error.choice') })
export const outcomeForm = form({ outcome: z.enum(aimOutcomes, 'error.choice') })

export const rhythms = [2, 4, 6, 9, 13, 26, 52] as const
export const mannersForm = form({
  everyWeeks: maybe(
    z.coerce
      .number('error.choice')
      .refine((weeks) => rhythms.includes(weeks as (typeof rhythms)[number]), 'error.choice'),
  ),
  nextOn: maybeDay,
  tone: maybe(z.enum(tones, 'error.choice')),
  channel: maybe(z.enum(channels, 'error.choice')),
  route: note(300),
  style: note(300),
  procedure: maybe(z.enum(procedures, 'error.choice')),
  procedureNote: note(300),
  refuses: note(300),
  label: note(300),
})
export type MannersSaid = z.infer<typeof mannersForm.schema>
