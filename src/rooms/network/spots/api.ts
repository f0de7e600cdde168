import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { linesBeside, omissionsOf } from './queries.ts'
import { countBySector, leftOut, missingOf, unansweredOf, weights } from './rules.ts'
import { kindsOfSpot } from './tables.ts'

const WhiteSpots = z
  .object({
    missing: z
      .array(
        z.object({
          type: z.string().meta({ description: 'One of the partnerTypes of /terms.' }),
          weight: z.enum(weights).meta({ description: 'Whether the law speaks of it, or every school has it.' }),
          topics: z.array(z.string()).meta({ description: 'What it would answer.' }),
        }),
      )
      .meta({ description: 'Kinds of partner this school has none of, what matters most first.' }),
    topics: z.array(z.string()).meta({ description: 'Questions for which this school has nobody.' }),
    leftOut: z
      .array(
        z.object({
          kind: z.enum(kindsOfSpot),
          what: z.string(),
          reason: z.string(),
          decidedOn: z.iso.date(),
        }),
      )
      .meta({ description: 'Not, and on purpose.' }),
    sectors: z.array(z.object({ sector: z.string(), kinds: z.int(), known: z.int(), left: z.int(), missing: z.int() })),
  })
  .meta({ id: 'WhiteSpots', description: 'The network of this school beside the whole field.' })

export const api = [
  operation({
    id: 'getWhiteSpots',
    method: 'get',
    path: '/white-spots',
    tag: 'Network',
    says: { en: 'For what this school has nobody', nl: 'Waarvoor deze school niemand heeft' },
    scopes: ['partners:read', 'network:read'],
    answer: { status: 200, schema: WhiteSpots },
    run: async ({ tx, me, today }) => {
      const lines = await linesBeside(tx, me.organisationId, today)
      const left = await omissionsOf(tx, me.organisationId)
      return {
        missing: missingOf(lines, left).map(({ type, weight, brings }) => ({
          ...{ type: type.id, weight },
          topics: brings.map(({ id }) => id),
        })),
        topics: unansweredOf(lines, left).map(({ id }) => id),
        leftOut: leftOut(lines, left),
        sectors: countBySector(lines, left),
      }
    },
  }),
]
