import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { Problem } from '#kit/api/problem.ts'
import { partingsOf } from './partings/queries.ts'
import { findSitting, itemsOf, openSittings, type Sitting } from './queries.ts'
import { countsOf } from './rules.ts'

const day = z.iso.date()
const id = z.uuid()

const fields = {
  id,
  personId: id.meta({ description: 'Who leaves, or is away. Never why.' }),
  lasting: z.boolean().meta({ description: 'She leaves; otherwise she comes back.' }),
  lastDay: day,
  backOn: day.nullable(),
  fallsOn: day.meta({ description: 'On this day what nobody answered for falls to who stands in.' }),
  heldBy: id.nullable(),
  isSettled: z.boolean(),
}
const Handover = z.object(fields).meta({ id: 'Handover', description: 'Everything that hangs on one colleague.' })
const WholeHandover = z
  .object({
    ...fields,
    counts: z.object({ all: z.int(), done: z.int(), waiting: z.int(), mine: z.int() }),
    items: z.array(
      z.object({
        id,
        kind: z.string().meta({ description: 'Which room and what.' }),
        name: z.string(),
        state: z.enum(['open', 'asked', 'accepted', 'declined', 'gone']),
        successorId: id.nullable(),
        holderId: id.nullable().meta({ description: 'Who has it now.' }),
      }),
    ),
  })
  .meta({ id: 'WholeHandover', description: 'A handing over, thing by thing.' })
const Parting = z
  .object({
    id,
    partnerId: id,
    contactId: id,
    stopsOn: day,
    state: z.enum(['said', 'named', 'followed', 'asked', 'open']),
  })
  .meta({ id: 'Parting', description: 'Somebody at a partner stops, and whether it is known who follows.' })

const asHandover = ({ sitting: { settledAt, ...sitting } }: Sitting) => ({ ...sitting, isSettled: settledAt !== null })

const scopes = ['partners:read', 'contacts:read', 'people:read', 'handovers:read']
const read = { method: 'get', tag: 'Handovers', scopes } as const

export const api = [
  operation({
    id: 'listHandovers',
    ...read,
    path: '/handovers',
    says: { en: 'Handings over that are not finished', nl: 'Overdrachten die nog niet klaar zijn' },
    more: 'Only who arranges people sees those of others.',
    query: paging,
    answer: { status: 200, schema: pageOf(Handover) },
    run: async ({ tx, me, query }) => pageFrom((await openSittings(tx, me.organisationId)).map(asHandover), query),
  }),
  operation({
    id: 'getHandover',
    ...read,
    path: '/handovers/{id}',
    params: { id },
    says: { en: 'One handing over, thing by thing', nl: 'Eén overdracht, stuk voor stuk' },
    answer: { status: 200, schema: WholeHandover },
    run: async ({ tx, me, params }) => {
      const sitting = await findSitting(tx, me.organisationId, params.id)
      if (!sitting) throw new Problem(404, 'There is no such handing over, or not for whoever made this token.')
      const items = await itemsOf(tx, me.organisationId, params.id)
      return { ...asHandover(sitting), items, counts: countsOf(items.map(({ state }) => state)) }
    },
  }),
  operation({
    id: 'listPartings',
    ...read,
    path: '/partings',
    says: { en: 'Who stops at a partner', nl: 'Wie er stopt bij een partner' },
    query: paging,
    answer: { status: 200, schema: pageOf(Parting) },
    run: async ({ tx, me, today, query }) =>
      pageFrom(
        (await partingsOf(tx, me.organisationId, today)).map(({ relationId, faceId, ...parting }) => ({
          ...parting,
          ...{ partnerId: relationId, contactId: faceId },
        })),
        query,
      ),
  }),
]
