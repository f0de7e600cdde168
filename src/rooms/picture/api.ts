import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { writeGexf } from './graphfiles/gexf.ts'
import { drawingOf } from './graphfiles/ofnetwork.ts'
import { measuresOf, networkOf, type weights } from './map/rules.ts'
import { linesDrawn } from './queries.ts'

const NetworkMeasures = z
  .object({
    partners: z.int(),
    colleagues: z.int(),
    lines: z.int(),
    onOne: z.int().meta({ description: 'Partners with exactly one colleague.' }),
    unheld: z.int().meta({ description: 'Partners that nobody holds.' }),
    mostOnOne: z.int().meta({ description: 'How many would be out of reach when one is away; whose is not said.' }),
    pieces: z.int().meta({ description: 'Pieces that hang together.' }),
    joining: z.array(z.string()).meta({ description: 'Partners by whom groups of colleagues hang together.' }),
    groups: z.int(),
    modularity: z.number().nullable(),
  })
  .meta({ id: 'NetworkMeasures', description: 'Figures about the network as a whole; none is about one person.' })
const NetworkFile = z
  .object({ gexf: z.string().meta({ description: 'A GEXF 1.3 file, as text.' }) })
  .meta({ id: 'NetworkFile', description: 'People and partners and the lines between them, for programs that draw.' })

/** A number, where the page wants its own word: what weighs is said in English here. */
const weighs = {
  alike: 'gelijk',
  topics: 'onderwerpen',
  contacts: 'gezichten',
  hours: 'uren',
} as const satisfies Record<string, (typeof weights)[number]>
type Weighs = keyof typeof weighs

const networkAt = async ({ tx, me, today }: Pick<Given<unknown, unknown, unknown>, 'tx' | 'me' | 'today'>) =>
  networkOf(await linesDrawn(tx, me.organisationId, today))

const read = { method: 'get', tag: 'Network', scopes: ['partners:read', 'people:read'] } as const

export const api = [
  operation({
    id: 'getNetworkMeasures',
    ...read,
    path: '/network/measures',
    says: { en: 'The network in figures', nl: 'Het netwerk in cijfers' },
    answer: { status: 200, schema: NetworkMeasures },
    run: async (given) => {
      const measures = measuresOf(await networkAt(given))
      return { ...measures, modularity: measures.modularity ?? null }
    },
  }),
  operation({
    id: 'getNetworkFile',
    ...read,
    path: '/network/file',
    says: { en: 'The network, for programs that draw', nl: 'Het netwerk, voor tekenprogramma’s' },
    more: 'Contacts, topics and hours are counted as far as the other scopes of the token open them.',
    query: { weight: z.enum(Object.keys(weighs) as [Weighs, ...Weighs[]]).default('alike') },
    answer: { status: 200, schema: NetworkFile },
    run: async (given) => ({
      gexf: writeGexf(drawingOf(await networkAt(given), weighs[given.query.weight], given.today)),
    }),
  }),
]
