import * as z from 'zod'
import { form, maybe, several, text, ticked } from '#kit/form/form.ts'
import { sectors, topics } from '#rooms/trade/door.ts'

export const orders = ['naam', 'collega', 'klopt', 'sinds'] as const

const oneOf = <const T extends readonly [string, ...string[]]>(known: T) => maybe(z.enum(known)).catch(null)

/** What one may ask of the list. A wish that makes no sense is no wish, never an error. */
export const filterForm = form({
  zoek: text(100, '').catch(''),
  niveau: oneOf(['pupil', 'group', 'organisation']),
  sector: maybe(z.string().refine((id) => sectors.some((sector) => sector.id === id))).catch(null),
  schaal: oneOf(['building', 'wijk', 'gemeente', 'regio', 'landelijk']),
  reden: oneOf(['law', 'population', 'choice']),
  collega: maybe(z.uuid()).catch(null),
  zonder: ticked,
  klopt: ticked,
  oud: ticked,
  volgorde: z.enum(orders).catch('naam'),
  pagina: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type Filter = z.infer<typeof filterForm.schema>

export const topicsForm = form({ topics: several(topics.map(({ id }) => id)) })
