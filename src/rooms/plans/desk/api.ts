import * as z from 'zod'
import { operation } from '#kit/api/operation.ts'
import { afterOf, paged, pageOf, paging } from '#kit/api/page.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { held, sentAs } from '#kit/api/sent.ts'
import { sayKey } from '#kit/words/words.ts'
import { topics } from '#rooms/trade/door.ts'
import { typeProposal } from './actions.ts'
import { typedForm } from './forms.ts'
import { findProposal, proposalPage } from './queries.ts'
import { stages } from './tables.ts'
import { words } from './words/words.ts'

const say = (message: string) => sayKey(words.in('en'), message)

const Proposal = z
  .object({
    id: z.uuid(),
    name: z.string(),
    topic: z.string().nullable(),
    what: z.string(),
    kind: z.enum(['form', 'typed']),
    arrivedOn: z.iso.date(),
    stage: z.enum(stages),
    choiceId: z.uuid().nullable(),
    answeredOn: z.iso.date().nullable(),
  })
  .meta({ id: 'Proposal', description: 'An offer nobody asked for. Who to answer to is told on the page only.' })
const ProposalSent = sentAs(typedForm.shape, {
  needed: ['name', 'what'],
  instead: { topic: z.enum(topics.map(({ id }) => id) as [string, ...string[]]) },
}).meta({ id: 'ProposalSent' })

const gone = [404, 'There is no such offer at this school.'] as const
const read = { tag: 'Plans', scopes: ['plans:read'] }

export const api = [
  operation({
    id: 'listProposals',
    method: 'get',
    path: '/proposals',
    ...read,
    says: { en: 'Offers that came in', nl: 'Voorstellen die binnenkwamen' },
    query: { ...paging, stage: z.enum(stages).optional() },
    answer: { status: 200, schema: pageOf(Proposal) },
    run: async ({ tx, me, query: { cursor, limit, stage } }) =>
      paged(await proposalPage(tx, me.organisationId, { stage, after: afterOf(cursor), most: limit + 1 }), limit),
  }),
  operation({
    id: 'addProposal',
    method: 'post',
    path: '/proposals',
    tag: 'Plans',
    scopes: ['plans:read', 'plans:write'],
    say,
    says: { en: 'An offer came in', nl: 'Er kwam een voorstel binnen' },
    more: 'Laid on the desk of the school as if somebody typed it from a letter. No letter goes out.',
    body: ProposalSent,
    answer: { status: 201, schema: Proposal },
    run: async ({ tx, me, body, today }) => {
      const { id } = unless(await typeProposal(tx, me, { ...held(typedForm, body, say), today }), {
        'not-yours': [403, 'Whoever made this token may not tend the desk.'],
        'not-found': gone,
        'not-now': gone,
        child: [422, say('error.child'), 'what'],
      })
      return proposalAt(await findProposal(tx, me.organisationId, id))
    },
  }),
  operation({
    id: 'getProposal',
    method: 'get',
    path: '/proposals/{id}',
    ...read,
    params: { id: z.uuid() },
    says: { en: 'One offer', nl: 'Eén voorstel' },
    answer: { status: 200, schema: Proposal },
    run: async ({ tx, me, params }) => proposalAt(await findProposal(tx, me.organisationId, params.id)),
  }),
]

function proposalAt(found: Awaited<ReturnType<typeof findProposal>>) {
  if (!found) throw new Problem(...gone)
  return found.proposal
}
