import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { Problem } from '#kit/api/problem.ts'
import { countsOf, findTakeover, takeoversOf } from './queries.ts'
import { stateOf } from './rules.ts'
import { kinds, type Takeover as Row } from './tables.ts'

const fields = {
  id: z.uuid(),
  kind: z.enum(kinds),
  total: z.int().meta({ description: 'Rows of the list.' }),
  state: z.enum(['busy', 'still', 'stopped', 'done', 'undoing', 'undone']),
  createdAt: z.iso.datetime(),
  movedAt: z.iso.datetime().meta({ description: 'When the last few rows went in or out.' }),
}
const Takeover = z.object(fields).meta({
  id: 'Takeover',
  description: 'A list on its way in. Remembered for thirty days. What stood in it is not told.',
})
const counts = { added: z.int(), completed: z.int(), left: z.int(), back: z.int(), kept: z.int() }
const WholeTakeover = z
  .object({ ...fields, ...counts })
  .meta({ id: 'WholeTakeover', description: 'A list on its way in, with what became of its rows.' })

const asTakeover = (row: Row, now: Date) => ({
  ...row,
  state: stateOf(row, now),
  createdAt: row.createdAt.toISOString(),
  movedAt: row.movedAt.toISOString(),
})
const read = { method: 'get', tag: 'Takeovers', scopes: ['takeovers:read'] } as const

export const api = [
  operation({
    id: 'listTakeovers',
    ...read,
    path: '/takeovers',
    says: { en: 'Lists that came in lately', nl: 'Lijsten die kortgeleden binnenkwamen' },
    query: paging,
    answer: { status: 200, schema: pageOf(Takeover) },
    run: async ({ tx, me, now, query }) => {
      const found: Row[] = []
      for (const kind of kinds) found.push(...(await takeoversOf(tx, me.organisationId, kind)))
      return pageFrom(
        found.map((row) => asTakeover(row, now)),
        query,
      )
    },
  }),
  operation({
    id: 'getTakeover',
    ...read,
    path: '/takeovers/{id}',
    params: { id: z.uuid() },
    says: { en: 'How far one list is', nl: 'Hoe ver één lijst is' },
    answer: { status: 200, schema: WholeTakeover },
    run: async ({ tx, me, params, now }) => {
      const row = await findTakeover(tx, me.organisationId, params.id)
      if (!row) throw new Problem(404, 'There is no such list, or it is remembered no more.')
      return { ...asTakeover(row, now), ...(await countsOf(tx, me.organisationId, params.id)) }
    },
  }),
]
