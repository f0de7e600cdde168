import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { motives, partnerTypes, roles, sectors, topics } from './rules.ts'

const term = { id: z.string(), nl: z.string(), en: z.string() }
const Terms = z
  .object({
    sectors: z.array(z.object(term)),
    partnerTypes: z.array(z.object({ ...term, sector: z.string() })),
    roles: z.array(z.object(term)),
    motives: z.array(z.object(term)),
    topics: z.array(z.object({ ...term, first_role: z.string(), partners: z.array(z.string()) })),
  })
  .meta({
    id: 'Terms',
    description: 'The words of the trade: ids as they stand in the other answers, with their names.',
  })

export const api = [
  operation({
    id: 'getTerms',
    method: 'get',
    path: '/terms',
    tag: 'House',
    says: { en: 'The words of the trade', nl: 'De woorden van het vak' },
    more: 'Sectors, kinds of partners, roles, motives and topics. The same for everyone.',
    scopes: [],
    answer: { status: 200, schema: Terms },
    run: async () => ({
      sectors: [...sectors],
      partnerTypes: [...partnerTypes],
      roles: [...roles],
      motives: [...motives],
      topics: [...topics],
    }),
  }),
]
