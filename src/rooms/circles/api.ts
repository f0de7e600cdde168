import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { circlesOf } from './queries.ts'

const Circle = z
  .object({
    id: z.uuid(),
    name: z.string(),
    about: z.string().nullable().meta({ description: 'What one may come to them for.' }),
    leadId: z.uuid().nullable(),
    lead: z.string().nullable(),
    members: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        unit: z.string().nullable().meta({ description: 'The part of the school she leads there.' }),
      }),
    ),
    partners: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Circle', description: 'An expertise group: who leads, who sits in it, with whom it works.' })

export const api = [
  operation({
    id: 'listCircles',
    method: 'get',
    path: '/circles',
    tag: 'Circles',
    says: { en: 'Expertise groups', nl: 'Kennisgroepen' },
    scopes: ['partners:read', 'people:read', 'circles:read'],
    query: paging,
    answer: { status: 200, schema: pageOf(Circle) },
    run: async ({ tx, me, query, today }) => pageFrom(await circlesOf(tx, me.organisationId, today), query),
  }),
]
