import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { Problem } from '#kit/api/problem.ts'
import { lastRound, linesOfRound } from './queries.ts'
import { decisions } from './tables.ts'

const day = z.iso.date()
const Round = z
  .object({ id: z.uuid(), openedOn: day, closedOn: day.nullable() })
  .meta({ id: 'Round', description: 'The yearly look at all lines: the one that goes on, or the last.' })
const RoundLine = z
  .object({
    id: z.uuid().meta({ description: 'Of the partner.' }),
    name: z.string(),
    decision: z.enum(decisions).nullable().meta({ description: 'Null while nobody has spoken of it.' }),
    reason: z.string().nullable(),
    decidedOn: day.nullable(),
  })
  .meta({ id: 'RoundLine', description: 'What people decided about one line. The partner never reads this.' })

async function roundAt({ tx, me }: Pick<Given<unknown, unknown, unknown>, 'tx' | 'me'>) {
  const round = await lastRound(tx, me.organisationId)
  if (!round) throw new Problem(404, 'This school has not had a round yet.')
  return round
}
const read = { method: 'get', tag: 'Rounds', scopes: ['partners:read', 'rounds:read'] } as const

export const api = [
  operation({
    id: 'getRound',
    ...read,
    path: '/round',
    says: { en: 'The yearly round', nl: 'De jaarronde' },
    answer: { status: 200, schema: Round },
    refuses: [404],
    run: roundAt,
  }),
  operation({
    id: 'listRoundLines',
    ...read,
    path: '/round/lines',
    says: { en: 'What was decided about each line', nl: 'Wat er over elke lijn besloten is' },
    query: paging,
    answer: { status: 200, schema: pageOf(RoundLine) },
    refuses: [404],
    run: async (given) => {
      const { id } = await roundAt(given)
      return pageFrom(await linesOfRound(given.tx, given.me.organisationId, id, given.today), given.query)
    },
  }),
]
