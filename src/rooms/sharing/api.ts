import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { givenBy, offeredTo, schoolsAround, takenBy } from './queries.ts'
import { audiences, offerKinds, type Offer as Row } from './tables.ts'

const fields = {
  id: z.uuid(),
  kind: z.enum(offerKinds),
  name: z.string().nullable().meta({ description: 'Of a partner or a playbook.' }),
  type: z.string().nullable().meta({ description: 'One of the partnerTypes of /terms.' }),
  place: z.string().nullable(),
  website: z.string().nullable(),
  phone: z.string().nullable(),
  topic: z.string().nullable().meta({ description: 'Of a text: one of the topics of /terms.' }),
  text: z.string().nullable(),
  playbook: z
    .object({
      tasks: z.array(z.object({ what: z.string(), offset: z.int() })),
      materials: z.string().nullable(),
      risks: z.string().nullable(),
      remarks: z.string().nullable(),
      partnerTypes: z.array(z.string()),
    })
    .nullable()
    .meta({ description: 'Of a playbook: one thing a line, a task its days from the day. Nobody is named, no day.' }),
  note: z.string().nullable(),
  offeredOn: z.iso.date(),
}
const Offered = z
  .object({ ...fields, giver: z.string().meta({ description: 'The school that offers it.' }), taken: z.boolean() })
  .meta({
    id: 'Offered',
    description: 'A copy of a partner, a text or a playbook that another school offers. Never a person.',
  })
const Given = z
  .object({
    ...fields,
    audience: z.enum(audiences),
    km: z.int().nullable(),
    schools: z.array(z.string()).meta({ description: 'To whom, where they were chosen one by one.' }),
  })
  .meta({ id: 'Given', description: 'What this school offers others.' })
const Taken = z
  .object({
    id: z.uuid().meta({ description: 'Of the offer, which may be withdrawn meanwhile.' }),
    giver: z.string(),
    name: z.string().nullable(),
    topic: z.string().nullable(),
    partnerId: z.uuid().nullable(),
    playbookId: z.uuid().nullable(),
    takenOn: z.iso.date(),
  })
  .meta({ id: 'Taken', description: 'What this school took over, from whom and when.' })

const asOffer = ({ body, ...offer }: Row) => ({ ...offer, text: body })
const read = { method: 'get', tag: 'Sharing', scopes: ['sharing:read'], query: paging } as const

export const api = [
  operation({
    id: 'listOffered',
    ...read,
    path: '/sharing/offered',
    says: { en: 'What other schools offer us', nl: 'Wat andere scholen ons aanbieden' },
    answer: { status: 200, schema: pageOf(Offered) },
    run: async ({ tx, me, query }) => {
      const offered = await offeredTo(tx, me.organisationId, await schoolsAround(tx, me.organisationId))
      const taken = new Set((await takenBy(tx, me.organisationId)).map(({ offerId }) => offerId))
      return pageFrom(
        offered.map((one) => ({ ...asOffer(one), giver: one.giver, taken: taken.has(one.id) })),
        query,
      )
    },
  }),
  operation({
    id: 'listGiven',
    ...read,
    path: '/sharing/given',
    says: { en: 'What this school offers others', nl: 'Wat deze school anderen aanbiedt' },
    answer: { status: 200, schema: pageOf(Given) },
    run: async ({ tx, me, query }) =>
      pageFrom(
        (await givenBy(tx, me.organisationId)).map(({ offer, schools }) => ({ ...asOffer(offer), schools })),
        query,
      ),
  }),
  operation({
    id: 'listTaken',
    ...read,
    path: '/sharing/taken',
    says: { en: 'What this school took over', nl: 'Wat deze school overnam' },
    answer: { status: 200, schema: pageOf(Taken) },
    run: async ({ tx, me, query }) =>
      pageFrom(
        (await takenBy(tx, me.organisationId)).map(({ offerId, relationId, ...taken }) => ({
          ...taken,
          ...{ id: offerId, partnerId: relationId },
        })),
        query,
      ),
  }),
]
