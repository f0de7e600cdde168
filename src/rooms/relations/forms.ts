import * as z from 'zod'
import { form, maybe, needed, several, text } from '#kit/form/form.ts'
import { isMail, readPhone, readPostcode, readWebsite } from '#kit/sheet/contact.ts'
import { isDay } from '#kit/time/day.ts'
import { motives, namesAChild, partnerTypes } from '#rooms/trade/door.ts'
import { forms, levels, obligations, scales } from './tables.ts'

/** A field that has one proper way of writing; what cannot be read is said back. */
const tidied = (read: (text: string) => string | undefined, wrong: string) =>
  maybe(
    z
      .string()
      .max(300, wrong)
      .transform((value, check) => {
        const tidy = read(value)
        if (tidy === undefined) check.addIssue({ code: 'custom', message: wrong })
        return tidy ?? value
      }),
  )

const note = (most: number) => text(most, 'error.long').transform((value) => value || null)
/** What a school writes about a partner in its own words: never about a child. */
const words = (most: number) =>
  text(most, 'error.long')
    .refine((said) => !namesAChild(said), 'error.child')
    .transform((value) => value || null)
const phone = tidied(readPhone, 'error.phone')
const mail = tidied((value) => (isMail(value) ? value : undefined), 'error.mail')
const weekdays = ['1', '2', '3', '4', '5'] as const
const days = several(weekdays).transform((chosen) => chosen.map(Number))
const day = maybe(z.string().refine(isDay, 'error.day'))
const known = (ids: readonly string[]) => maybe(z.string().refine((id) => ids.includes(id), 'error.choice'))

const relationShape = {
  name: needed(160, { missing: 'error.name', tooLong: 'error.name.long' }),
  form: z.preprocess((value) => value || 'organisation', z.enum(forms, 'error.choice')),
  type: known(partnerTypes.map(({ id }) => id)),
  partOfId: maybe(z.uuid('error.whole')),
  place: note(80),
  postcode: tidied(readPostcode, 'error.postcode'),
  website: tidied(readWebsite, 'error.website'),
  phone,
  reply: words(120),
  levels: several(levels),
  scale: maybe(z.enum(scales, 'error.choice')),
  since: day,
  ownerId: maybe(z.uuid('error.colleague')),
  deputyId: maybe(z.uuid('error.colleague')),
  obligation: maybe(z.enum(obligations, 'error.choice')),
  legalNote: words(400),
  motives: several(motives.map(({ id }) => id)).refine((chosen) => chosen.length <= 3, 'error.motives'),
  about: words(2000),
}

/** Who the partner is, who holds the line here, and why. */
export const relationForm = form(relationShape)
export type RelationSaid = z.infer<typeof relationForm.schema>

/** A new partner, with at once the first face to ring. */
export const newRelationForm = form({
  ...relationShape,
  faceName: note(120),
  faceWork: words(120),
  facePhone: phone,
  faceMail: mail,
  faceDays: days,
  faceMoment: words(120),
})

export const faceForm = form({
  name: needed(120, { missing: 'error.face', tooLong: 'error.name.long' }),
  work: words(120),
  phone,
  mail,
  days,
  moment: words(120),
  leftOn: day,
})
export type FaceSaid = z.infer<typeof faceForm.schema>

export const endForm = form({ until: day })
