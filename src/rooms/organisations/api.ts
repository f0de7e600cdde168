import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { Problem } from '#kit/api/problem.ts'
import { findOrganisation, findSchools } from './queries.ts'
import { kindsOfOrganisation } from './tables.ts'

const publicFacts = {
  id: z.uuid(),
  name: z.string(),
  code: z.string().nullable().meta({ description: 'DUO’s VESTIGINGSCODE of a school.' }),
  street: z.string().nullable(),
  houseNumber: z.string().nullable(),
  postcode: z.string().nullable(),
  place: z.string().nullable(),
}
const School = z.object(publicFacts).meta({ id: 'School', description: 'A school in the national list.' })
const Organisation = z
  .object({
    ...publicFacts,
    kind: z.enum(kindsOfOrganisation),
    type: z.string().nullable(),
    boardId: z.uuid().nullable(),
    municipality: z.string().nullable(),
    website: z.string().nullable(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'Organisation', description: 'Who exists publicly.' })

export const api = [
  operation({
    id: 'getOwnOrganisation',
    method: 'get',
    path: '/organisation',
    tag: 'House',
    says: { en: 'The organisation this token acts for', nl: 'De organisatie waarvoor deze sleutel werkt' },
    scopes: [],
    answer: { status: 200, schema: Organisation },
    refuses: [404],
    run: async ({ tx, me }) => found(await findOrganisation(tx, me.organisationId)),
  }),
  operation({
    id: 'getOrganisation',
    method: 'get',
    path: '/organisations/{id}',
    tag: 'House',
    says: { en: 'The public facts of one organisation', nl: 'De openbare gegevens van één organisatie' },
    scopes: [],
    params: { id: z.uuid() },
    answer: { status: 200, schema: Organisation },
    run: async ({ tx, params }) => found(await findOrganisation(tx, params.id)),
  }),
  operation({
    id: 'findSchools',
    method: 'get',
    path: '/schools',
    tag: 'House',
    says: { en: 'Schools in the national list', nl: 'Scholen in de landelijke lijst' },
    more: 'By name, place, BRIN or postcode, or a mix: “regenboog utrecht”. The twenty that come nearest.',
    scopes: [],
    query: {
      search: z
        .string()
        .min(2)
        .max(100)
        .regex(/^\P{Cc}*$/u, 'holds signs that are no text'),
    },
    answer: { status: 200, schema: z.object({ items: z.array(School) }) },
    run: async ({ tx, query }) => ({ items: await findSchools(tx, query.search.toWellFormed()) }),
  }),
]

function found<T>(organisation: T | undefined): T {
  if (!organisation) throw new Problem(404, 'There is no such organisation.')
  return organisation
}
