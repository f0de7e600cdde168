import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { afterOf, paged, pageOf, paging } from '#kit/api/page.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { held, sentAs } from '#kit/api/sent.ts'
import { sayKey } from '#kit/words/words.ts'
import { motives, partnerTypes } from '#rooms/trade/door.ts'
import { addRelation, assure, changeRelation, endRelation, resumeRelation } from './actions.ts'
import { api as faces } from './faces/api.ts'
import { endForm, relationForm } from './forms.ts'
import { findLine, type Line, linePage } from './queries.ts'
import { standsInForHerself } from './rules.ts'
import { forms, levels, obligations, scales } from './tables.ts'
import { words } from './words/words.ts'

const say = (message: string) => sayKey(words.in('en'), message)
const idsOf = (list: readonly { id: string }[]) => z.enum(list.map(({ id }) => id) as [string, ...string[]])
const day = z.iso.date().nullable()

const Partner = z
  .object({
    id: z.uuid(),
    name: z.string(),
    form: z.enum(forms),
    type: z.string().nullable().meta({ description: 'One of the partnerTypes of /terms.' }),
    partOfId: z.uuid().nullable().meta({ description: 'The partner of this school it is a department of.' }),
    place: z.string().nullable(),
    postcode: z.string().nullable(),
    website: z.string().nullable(),
    phone: z.string().nullable(),
    reply: z.string().nullable().meta({ description: 'How soon one usually hears back, in words.' }),
    levels: z.array(z.enum(levels)),
    scale: z.enum(scales).nullable(),
    since: day,
    until: day.meta({ description: 'The last day of this line, when it has one.' }),
    ownerId: z.uuid().nullable().meta({ description: 'The colleague who holds the line.' }),
    deputyId: z.uuid().nullable(),
    assuredOn: day.meta({ description: 'When somebody last said that all of this is right.' }),
    organisationId: z.uuid().nullable().meta({ description: 'The organisation, once the partner claimed it.' }),
    obligation: z.enum(obligations).nullable(),
    legalNote: z.string().nullable(),
    motives: z.array(z.string()),
    about: z.string().nullable(),
  })
  .meta({ id: 'Partner', description: 'The short line between this school and one partner.' })

const PartnerSent = sentAs(relationForm.shape, {
  needed: ['name'],
  instead: {
    type: idsOf(partnerTypes),
    partOfId: z.uuid(),
    levels: z.array(z.enum(levels)).max(3),
    motives: z.array(idsOf(motives)).max(3),
    ownerId: z.uuid(),
    deputyId: z.uuid(),
    since: z.iso.date(),
  },
}).meta({ id: 'PartnerSent', description: 'What a school says of a partner. What is left out is empty.' })

const asPartner = ({ relation, reason }: Line) => ({
  ...relation,
  obligation: reason?.obligation ?? null,
  legalNote: reason?.legalNote ?? null,
  motives: reason?.motives ?? [],
  about: reason?.about ?? null,
})

const gone = [404, 'There is no such partner at this school.'] as const
const notYours = [403, 'Whoever made this token may not tend this line.'] as const
const noColleague = [422, say('error.colleague'), 'ownerId'] as const
const noWhole = [422, say('error.whole'), 'partOfId'] as const

async function partnerAt({ tx, me, params }: Pick<Given<{ id: string }, unknown, unknown>, 'tx' | 'me' | 'params'>) {
  const line = await findLine(tx, me.organisationId, params.id)
  if (!line) throw new Problem(...gone)
  return Partner.parse(asPartner(line))
}

function said(body: Readonly<Record<string, unknown>>) {
  const relation = held(relationForm, body, say)
  if (!standsInForHerself(relation)) return relation
  const why = say('error.deputy.self')
  throw new Problem(422, why, { errors: [{ field: 'deputyId', why }] })
}

const one = { tag: 'Partners', params: { id: z.uuid() } }
const write = { scopes: ['partners:read', 'partners:write'], say }

export const api = [
  operation({
    id: 'listPartners',
    method: 'get',
    path: '/partners',
    tag: 'Partners',
    says: { en: 'Partners of this school', nl: 'Partners van deze school' },
    scopes: ['partners:read'],
    query: {
      ...paging,
      ended: z.enum(['true', 'false']).optional().meta({ description: 'true: also lines that have ended.' }),
    },
    answer: { status: 200, schema: pageOf(Partner) },
    run: async ({ tx, me, today, query: { cursor, limit, ended } }) => {
      const wish = { today, after: afterOf(cursor), most: limit + 1, ended: ended === 'true' }
      return paged((await linePage(tx, me.organisationId, wish)).map(asPartner), limit)
    },
  }),
  operation({
    id: 'addPartner',
    method: 'post',
    path: '/partners',
    tag: 'Partners',
    says: { en: 'A new partner', nl: 'Een nieuwe partner' },
    more: 'Whoever made the token holds the line, unless `ownerId` names another colleague.',
    ...write,
    body: PartnerSent,
    answer: { status: 201, schema: Partner },
    refuses: [409],
    run: async ({ tx, me, body, today }) => {
      const relation = { ...said(body), faces: [], assuredOn: today }
      const { id } = unless(await addRelation(tx, me, relation), {
        'not-yours': notYours,
        'no-such-colleague': noColleague,
        'no-such-whole': noWhole,
        exists: [409, say('error.exists'), 'name'],
      })
      return partnerAt({ tx, me, params: { id } })
    },
  }),
  operation({
    id: 'getPartner',
    method: 'get',
    path: '/partners/{id}',
    ...one,
    says: { en: 'One partner', nl: 'Eén partner' },
    scopes: ['partners:read'],
    answer: { status: 200, schema: Partner },
    run: partnerAt,
  }),
  operation({
    id: 'changePartner',
    method: 'put',
    path: '/partners/{id}',
    ...one,
    ...write,
    says: { en: 'All that is said of one partner', nl: 'Alles wat er over één partner staat' },
    more: 'Takes the place of what stood there: fetch it, change it, send the whole with its ETag as If-Match.',
    body: PartnerSent,
    guarded: true,
    current: partnerAt,
    answer: { status: 200, schema: Partner },
    refuses: [422],
    run: async ({ tx, me, params, body }) => {
      unless(await changeRelation(tx, me, params.id, said(body)), {
        'not-found': gone,
        'not-yours': notYours,
        'no-such-colleague': noColleague,
        'no-such-whole': noWhole,
      })
      return partnerAt({ tx, me, params })
    },
  }),
  operation({
    id: 'assurePartner',
    method: 'post',
    path: '/partners/{id}/assurance',
    ...one,
    ...write,
    says: { en: '“Yes, this is still right”', nl: '“Ja, dit klopt nog”' },
    answer: { status: 204 },
    run: async ({ tx, me, params, today }) =>
      void unless(await assure(tx, me, params.id, today), { 'not-found': gone, 'not-yours': notYours }),
  }),
  operation({
    id: 'endPartner',
    method: 'post',
    path: '/partners/{id}/ending',
    ...one,
    ...write,
    says: { en: 'The last day of a line', nl: 'De laatste dag van een lijn' },
    body: sentAs(endForm.shape, { needed: [], instead: { until: z.iso.date() } }).meta({ id: 'EndingSent' }),
    answer: { status: 204 },
    run: async ({ tx, me, params, body, today }) => {
      const until = held(endForm, body, say).until ?? today
      unless(await endRelation(tx, me, params.id, until), { 'not-found': gone, 'not-yours': notYours })
    },
  }),
  operation({
    id: 'resumePartner',
    method: 'post',
    path: '/partners/{id}/resumption',
    ...one,
    ...write,
    says: { en: 'Take up a line that had ended', nl: 'Een lijn die was beëindigd weer oppakken' },
    answer: { status: 204 },
    run: async ({ tx, me, params }) =>
      void unless(await resumeRelation(tx, me, params.id), { 'not-found': gone, 'not-yours': notYours }),
  }),
  ...faces,
]
