import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { afterOf, paged, pageOf, paging } from '#kit/api/page.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { held, sentAs } from '#kit/api/sent.ts'
import { sayKey } from '#kit/words/words.ts'
import { lineOf } from '../queries.ts'
import { words } from '../words/words.ts'
import { noteContact, removeContact } from './actions.ts'
import { contactForm } from './forms.ts'
import { contactPage } from './queries.ts'
import { contactKinds, directions, ways } from './tables.ts'

const say = (message: string) => sayKey(words.in('en'), message)

const ContactMoment = z
  .object({
    id: z.uuid(),
    day: z.iso.date(),
    kind: z.enum(contactKinds),
    way: z.enum(ways).meta({ description: 'Noted by hand, or known from a copy of a letter.' }),
    direction: z.enum(directions).nullable(),
    line: z.string().nullable().meta({ description: 'What it was about.' }),
    agreed: z.string().nullable(),
    next: z.string().nullable().meta({ description: 'What follows.' }),
    nextOn: z.iso.date().nullable().meta({ description: 'The day that what follows is for.' }),
    personId: z.uuid().nullable(),
  })
  .meta({ id: 'ContactMoment', description: 'That there was contact with a partner: a few lines and a day.' })
const ContactMomentSent = sentAs(contactForm.shape, {
  needed: ['day'],
  instead: { day: z.iso.date(), nextOn: z.iso.date(), kind: z.enum(contactKinds) },
}).meta({ id: 'ContactMomentSent' })

const noPartner = [404, 'There is no such partner at this school.'] as const
const noMoment = [404, 'There is no such moment with this partner.'] as const

type At = { id: string; momentId?: string }
async function lineAt({ tx, me, params }: Pick<Given<At, unknown, unknown>, 'tx' | 'me' | 'params'>) {
  const line = await lineOf(tx, me.organisationId, params.id)
  if (!line) throw new Problem(...noPartner)
  return line
}
async function momentAt(given: Pick<Given<At, unknown, unknown>, 'tx' | 'me' | 'params'>) {
  const line = await lineAt(given)
  const [found] = await contactPage(given.tx, line, { only: given.params.momentId, most: 1 })
  if (!found) throw new Problem(...noMoment)
  return found
}

const all = { tag: 'Agreements', path: '/partners/{id}/contact-moments', params: { id: z.uuid() } }
const one = { tag: 'Agreements', path: `${all.path}/{momentId}`, params: { id: z.uuid(), momentId: z.uuid() } }
const read = { scopes: ['partners:read', 'agreements:read'] }
const write = { scopes: [...read.scopes, 'contacts:read', 'people:read', 'agreements:write'], say }

export const api = [
  operation({
    id: 'listContactMoments',
    method: 'get',
    ...all,
    ...read,
    says: { en: 'When one spoke with a partner', nl: 'Wanneer er contact was met een partner' },
    query: paging,
    answer: { status: 200, schema: pageOf(ContactMoment) },
    run: async (given) => {
      const { cursor, limit } = given.query
      const line = await lineAt(given)
      return paged(await contactPage(given.tx, line, { after: afterOf(cursor), most: limit + 1 }), limit)
    },
  }),
  operation({
    id: 'noteContactMoment',
    method: 'post',
    ...all,
    ...write,
    says: { en: 'There was contact', nl: 'Er was contact' },
    more: 'What about (line), what was agreed, what follows: one of the three is enough, five lines at most. About the work, never about a child. A day for what follows (nextOn) becomes the next moment of the line, when whoever made the token tends it. Noted as whoever made the token.',
    body: ContactMomentSent,
    answer: { status: 201, schema: ContactMoment },
    run: async (given) => {
      const { tx, me, params, body, today } = given
      const { id: momentId } = unless(
        await noteContact(tx, me, params.id, { ...held(contactForm, body, say), today }),
        {
          'not-found': noPartner,
          'not-yours': [403, 'Whoever made this token does not work at this school.'],
          names: [422, say('error.names'), 'line'],
          future: [422, say('error.future'), 'day'],
          line: [422, say('error.line'), 'line'],
          lines: [422, say('error.lines'), 'line'],
          nextOn: [422, say('error.nextOn'), 'nextOn'],
        },
      )
      return momentAt({ tx, me, params: { ...params, momentId } })
    },
  }),
  operation({
    id: 'getContactMoment',
    method: 'get',
    ...one,
    ...read,
    says: { en: 'One moment of contact', nl: 'Eén contactmoment' },
    answer: { status: 200, schema: ContactMoment },
    run: momentAt,
  }),
  operation({
    id: 'removeContactMoment',
    method: 'delete',
    ...one,
    ...write,
    says: { en: 'It was not so', nl: 'Het was niet zo' },
    answer: { status: 204 },
    run: async (given) => {
      const { id } = await momentAt(given)
      unless(await removeContact(given.tx, given.me, id), {
        'not-found': noMoment,
        'not-yours': [403, 'Whoever made this token did not note this, nor tends the network.'],
        ...{ names: noMoment, future: noMoment, line: noMoment, lines: noMoment, nextOn: noMoment },
      })
    },
  }),
]
