import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { held, sentAs } from '#kit/api/sent.ts'
import { sayKey } from '#kit/words/words.ts'
import { findOrganisation } from '#rooms/organisations/door.ts'
import { addOffer, removeOffer } from './actions.ts'
import { offerForm } from './forms.ts'
import { findPage, publicPage } from './queries.ts'
import { words } from './words/words.ts'

const say = (message: string) => sayKey(words.in('en'), message)
const text = z.string().nullable()

const FamilyOffer = z
  .object({ id: z.uuid(), what: z.string(), forWhom: text, times: text, joining: text })
  .meta({ id: 'FamilyOffer', description: 'Something for families in the building.' })
const ParentsPage = z
  .object({
    isOpen: z.boolean(),
    openedAt: z.iso.datetime().nullable(),
    path: text.meta({ description: 'Where everybody reads it, once it is open.' }),
    greeting: text,
    supportWebsite: text,
    supportPhone: text,
    complaintsWebsite: text,
    topics: z.array(
      z.object({
        id: z.string(),
        role: z.string().meta({ description: 'Whom a parent asks first.' }),
        names: z.array(z.string()).meta({ description: 'Of who lets her name stand there; with people:read.' }),
        sentence: text,
      }),
    ),
    offers: z.array(FamilyOffer),
  })
  .meta({ id: 'ParentsPage', description: 'The page for parents: whether it is open, and what stands on it.' })

const OfferSent = sentAs(offerForm.shape, { needed: ['what'] }).meta({ id: 'FamilyOfferSent' })

async function pageAt({ tx, me, today }: Pick<Given<unknown, unknown, unknown>, 'tx' | 'me' | 'today'>) {
  const isSchool = (await findOrganisation(tx, me.organisationId))?.kind === 'school'
  const shown = isSchool ? await publicPage(tx, me.organisationId, today) : undefined
  if (!shown) throw new Problem(404, 'Only a school has a page for parents.')
  const page = await findPage(tx, me.organisationId)
  return {
    ...shown.own,
    isOpen: Boolean(page?.openedAt),
    openedAt: page?.openedAt?.toISOString() ?? null,
    path: page?.address ? `/ouders/${page.address}` : null,
    topics: shown.topics,
    offers: shown.offers,
  }
}

const notYours = [403, 'Whoever made this token may not arrange the page for parents.'] as const
const read = { tag: 'Parents', scopes: ['parents:read'] }
const write = { tag: 'Parents', scopes: ['parents:read', 'parents:write'], say }

export const api = [
  operation({
    id: 'getParentsPage',
    method: 'get',
    path: '/parents-page',
    ...read,
    says: { en: 'The page for parents', nl: 'De pagina voor ouders' },
    answer: { status: 200, schema: ParentsPage },
    refuses: [404],
    run: pageAt,
  }),
  operation({
    id: 'addFamilyOffer',
    method: 'post',
    path: '/parents-page/offers',
    ...write,
    says: { en: 'Something for families in the building', nl: 'Iets voor gezinnen, hier op school' },
    more: 'Everybody reads it while the page is open. Answers with the whole page.',
    body: OfferSent,
    answer: { status: 200, schema: ParentsPage },
    refuses: [404],
    run: async (given) => {
      const done = await addOffer(given.tx, given.me, held(offerForm, given.body, say))
      const at = (!done.ok && done.field) || 'what'
      const unfit = { child: [422, say('error.child'), at], colleague: [422, say('error.colleague'), at] } as const
      unless(done, { 'not-yours': notYours, ...unfit })
      return pageAt(given)
    },
  }),
  operation({
    id: 'removeFamilyOffer',
    method: 'delete',
    path: '/parents-page/offers/{id}',
    ...write,
    params: { id: z.uuid() },
    says: { en: 'This is there no more', nl: 'Dit is er niet meer' },
    answer: { status: 204 },
    run: async ({ tx, me, params }) =>
      void unless(await removeOffer(tx, me, params.id), {
        'not-yours': notYours,
        'not-found': [404, 'There is nothing of that kind on this page.'],
      }),
  }),
]
