import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { Problem } from '#kit/api/problem.ts'
import { couldCome, findOccasion, occasionsOf } from './queries.ts'
import { occasionKinds } from './tables.ts'

const fields = {
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(occasionKinds),
  day: z.iso.date(),
  doneOn: z.iso.date().nullable().meta({ description: 'When it was sent or given, this year.' }),
}
const Occasion = z
  .object({ ...fields, guests: z.int() })
  .meta({ id: 'Occasion', description: 'A moment in the year to invite, send a card or give.' })
const WholeOccasion = z
  .object({
    ...fields,
    guests: z.array(
      z.object({
        partnerId: z.uuid(),
        name: z.string(),
        postcode: z.string().nullable(),
        place: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'WholeOccasion', description: 'A moment for attention, with who is on the list.' })

const read = { method: 'get', tag: 'Occasions', scopes: ['partners:read', 'occasions:read'] } as const

export const api = [
  operation({
    id: 'listOccasions',
    ...read,
    path: '/occasions',
    says: { en: 'Moments for attention', nl: 'Attenties' },
    query: paging,
    answer: { status: 200, schema: pageOf(Occasion) },
    run: async ({ tx, me, query }) => pageFrom(await occasionsOf(tx, me.organisationId), query),
  }),
  operation({
    id: 'getOccasion',
    ...read,
    path: '/occasions/{id}',
    params: { id: z.uuid() },
    says: { en: 'One of them, with its list', nl: 'Eén attentie, met de lijst' },
    answer: { status: 200, schema: WholeOccasion },
    run: async ({ tx, me, params, today }) => {
      const occasion = await findOccasion(tx, me.organisationId, params.id)
      if (!occasion) throw new Problem(404, 'There is no such moment at this school.')
      const lines = await couldCome(tx, me.organisationId, params.id, today)
      const guests = lines.filter(({ isOn }) => isOn).map(({ id, ...line }) => ({ ...line, partnerId: id }))
      return { ...occasion, guests }
    },
  }),
]
