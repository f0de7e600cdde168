import * as z from 'zod'
import { form, maybe } from '#kit/form/form.ts'
import { motives, sectors } from '#rooms/trade/door.ts'
import { weights } from './rules.ts'

const oneOf = <const T extends readonly [string, ...string[]]>(known: T) => maybe(z.enum(known)).catch(null)
const among = (known: readonly { id: string }[]) =>
  maybe(z.string().refine((id) => known.some((one) => one.id === id))).catch(null)

/** What one may ask of the map, by ids and never by names. A wish that makes no sense is no wish, never an error. */
export const mapForm = form({
  niveau: oneOf(['pupil', 'group', 'organisation']),
  sector: among(sectors),
  schaal: oneOf(['building', 'wijk', 'gemeente', 'regio', 'landelijk']),
  motief: among(motives),
  collega: maybe(z.uuid()).catch(null),
  /** Only this colleague or partner, with who is beside. */
  bij: maybe(z.uuid()).catch(null),
  gewicht: z.enum(weights).catch('gelijk'),
  pagina: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type Wishes = z.infer<typeof mapForm.schema>
