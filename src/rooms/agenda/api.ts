import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { held, sentAs } from '#kit/api/sent.ts'
import { sayKey } from '#kit/words/words.ts'
import { addPresence, removePresence } from './actions.ts'
import { presenceForm } from './forms.ts'
import { findLine, presencesOf, weekOf } from './queries.ts'
import { clock, leavesBeforeComing } from './rules.ts'
import { words } from './words/words.ts'

const say = (message: string) => sayKey(words.in('en'), message)
const hour = { weekday: z.int().meta({ description: 'Monday is 1.' }), from: z.string(), until: z.string() }

const InHouse = z
  .object({
    ...{ id: z.uuid(), ...hour, partnerId: z.uuid(), partner: z.string() },
    space: z.string().nullable().meta({ description: 'The room, with the scope school:read.' }),
    what: z.string().nullable().meta({ description: 'What one can ask, in a few words.' }),
  })
  .meta({ id: 'InHouse', description: 'A partner in the building in an ordinary week.' })
const Presence = z
  .object({ id: z.uuid(), ...hour, spaceId: z.uuid().nullable(), what: z.string().nullable() })
  .meta({ id: 'Presence', description: 'A fixed hour of one partner.' })
const Hours = z.object({ items: z.array(Presence) })

const PresenceSent = sentAs(presenceForm.shape, {
  needed: ['weekdays', 'from', 'until'],
  instead: { weekdays: z.array(z.int().min(1).max(5)).min(1).max(5), spaceId: z.uuid() },
}).meta({ id: 'PresenceSent' })

const noPartner = [404, 'There is no such partner at this school.'] as const
const notYours = [403, 'Whoever made this token may not tend these hours.'] as const

async function hoursAt({ tx, me, params }: Pick<Given<{ id: string }, unknown, unknown>, 'tx' | 'me' | 'params'>) {
  const line = await findLine(tx, params.id)
  if (line?.schoolId !== me.organisationId) throw new Problem(...noPartner)
  const found = await presencesOf(tx, line.schoolId, line.id)
  return { items: found.map((one) => ({ ...one, from: clock(one.from), until: clock(one.until) })) }
}

function said(body: Readonly<Record<string, unknown>>) {
  const presence = held(presenceForm, body, say)
  if (!leavesBeforeComing(presence)) return presence
  const why = say('error.timeOrder')
  throw new Problem(422, why, { errors: [{ field: 'until', why }] })
}

const all = { tag: 'Presence', path: '/partners/{id}/presences', params: { id: z.uuid() } }
const read = { scopes: ['partners:read', 'presence:read'] }
const write = { scopes: [...read.scopes, 'presence:write'], say }

export const api = [
  operation({
    id: 'listPresences',
    method: 'get',
    path: '/presences',
    tag: 'Presence',
    ...read,
    says: { en: 'Who is in the building in an ordinary week', nl: 'Wie er in een gewone week in huis is' },
    query: { ...paging, weekday: z.coerce.number().int().min(1).max(7).optional() },
    answer: { status: 200, schema: pageOf(InHouse) },
    run: async ({ tx, me, today, query }) => {
      const week = await weekOf(tx, me.organisationId, today)
      const wished = week.filter(({ weekday }) => query.weekday === undefined || weekday === query.weekday)
      return pageFrom(
        wished.map((one) => ({ ...one, partnerId: one.relationId })),
        query,
      )
    },
  }),
  operation({
    id: 'listPartnerPresences',
    method: 'get',
    ...all,
    ...read,
    says: { en: 'The fixed hours of one partner', nl: 'De vaste uren van één partner' },
    answer: { status: 200, schema: Hours },
    run: hoursAt,
  }),
  operation({
    id: 'addPresence',
    method: 'post',
    ...all,
    ...write,
    says: { en: 'A partner comes on these days', nl: 'Een partner komt op deze dagen' },
    more: 'Said twice, it stands once. Answers with all hours of this partner.',
    body: PresenceSent,
    answer: { status: 200, schema: Hours },
    run: async (given) => {
      const { tx, me, params, body } = given
      await hoursAt(given)
      unless(await addPresence(tx, me, params.id, said(body)), {
        'not-found': noPartner,
        'not-yours': notYours,
        'no-such-space': [422, say('error.space'), 'spaceId'],
      })
      return hoursAt(given)
    },
  }),
  operation({
    id: 'removePresence',
    method: 'delete',
    tag: 'Presence',
    path: `${all.path}/{presenceId}`,
    params: { id: z.uuid(), presenceId: z.uuid() },
    ...write,
    says: { en: 'A partner no longer comes at this hour', nl: 'Een partner komt niet meer op dit uur' },
    answer: { status: 204 },
    run: async (given) => {
      await hoursAt(given)
      unless(await removePresence(given.tx, given.me, given.params.id, given.params.presenceId), {
        'not-found': [404, 'There is no such hour of this partner.'],
        'not-yours': notYours,
      })
    },
  }),
]
