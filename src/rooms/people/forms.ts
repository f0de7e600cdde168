import * as z from 'zod'
import { form, maybe, needed, several, text } from '#kit/form/form.ts'
import { isDay } from '#kit/time/day.ts'
import { roles } from '#rooms/trade/door.ts'

const day = maybe(z.string().refine(isDay, 'error.day'))
const phone = maybe(
  z
    .string()
    .max(30, 'error.phone')
    .regex(/^[+\d][\d\s()\-/.]{4,}$/, 'error.phone'),
)
const weekdays = ['1', '2', '3', '4', '5'] as const

/** Roles a school gives to its own people; partners, parents and boards come in by another door. */
export const staffRoles = roles.filter((role) => role.kind.startsWith('intern') && role.id !== 'mr')

export const colleagueForm = form({
  name: needed(120, { missing: 'error.name', tooLong: 'error.name.long' }),
  mail: maybe(z.email('error.mail').max(200, 'error.mail')),
  phone,
  roles: several(staffRoles.map((role) => role.id)).refine((chosen) => chosen.length > 0, 'error.roles'),
  days: several(weekdays).transform((days) => days.map(Number)),
  deputyId: maybe(z.uuid('error.deputy')),
  from: day,
  until: day,
})
export type ColleagueSaid = z.infer<typeof colleagueForm.schema>

export const groupForm = form({
  name: needed(40, { missing: 'error.name', tooLong: 'error.name.long' }),
  years: several(['1', '2', '3', '4', '5', '6', '7', '8'])
    .transform((years) => years.map(Number))
    .refine((years) => years.length > 0, 'error.years'),
  pupils: maybe(z.coerce.number('error.pupils').int('error.pupils').min(0, 'error.pupils').max(60, 'error.pupils')),
  teachers: z.preprocess((v) => (v === undefined ? [] : [v].flat()), z.array(z.uuid('error.deputy')).max(20)),
})
export type GroupSaid = z.infer<typeof groupForm.schema>

export const spaceForm = form({
  name: needed(60, { missing: 'error.name', tooLong: 'error.name.long' }),
  note: text(200, 'error.note.long'),
})
export type SpaceSaid = z.infer<typeof spaceForm.schema>

const time = maybe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'error.time'))
const partsOfDay = ['from', 'until', 'breakFrom', 'breakUntil', 'lunchFrom', 'lunchUntil'] as const
/** Names of the fields of one weekday: “1.from” is when Monday begins. */
export const bellFields = [1, 2, 3, 4, 5].flatMap((weekday) => partsOfDay.map((part) => `${weekday}.${part}` as const))
export const bellsForm = form(
  Object.fromEntries(bellFields.map((field) => [field, time])) as Record<(typeof bellFields)[number], typeof time>,
)
export type BellsSaid = z.infer<typeof bellsForm.schema>

export const listForm = form({
  what: z.enum(['staff', 'groups'], 'error.choose'),
  paste: text(200_000, 'error.choose'),
})
