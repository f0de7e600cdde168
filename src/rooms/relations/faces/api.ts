import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { held, sentAs } from '#kit/api/sent.ts'
import { sayDay } from '#kit/time/day.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { addFace, changeFace, removeFace } from '../actions.ts'
import { faceForm } from '../forms.ts'
import { facesOf, findLine } from '../queries.ts'
import { words } from '../words/words.ts'

const say = (message: string) => sayKey(words.in('en'), message)
const weekdays = z.array(z.int().min(1).max(5)).max(5).meta({ description: 'Monday is 1.' })

const Contact = z
  .object({
    id: z.uuid(),
    name: z.string(),
    work: z.string().nullable(),
    phone: z.string().nullable(),
    mail: z.string().nullable(),
    days: weekdays,
    moment: z.string().nullable().meta({ description: 'Best moment to ring, in a few words.' }),
    leftOn: z.iso.date().nullable(),
    source: z.string().meta({ description: 'Where the school has this from: people may ask.' }),
  })
  .meta({ id: 'Contact', description: 'A fixed face at a partner. The first of a list is rung first.' })

const ContactSent = sentAs(faceForm.shape, {
  needed: ['name'],
  instead: { days: weekdays, leftOn: z.iso.date() },
}).meta({ id: 'ContactSent' })

type At = { id: string; contactId?: string }
const noPartner = [404, 'There is no such partner at this school.'] as const
const noContact = [404, 'There is no such contact at this partner.'] as const
const notYours = [403, 'Whoever made this token may not tend this line.'] as const

async function contactsAt({ tx, me, params }: Pick<Given<At, unknown, unknown>, 'tx' | 'me' | 'params'>) {
  if (!(await findLine(tx, me.organisationId, params.id))) throw new Problem(...noPartner)
  return facesOf(tx, me.organisationId, params.id)
}

async function contactAt(given: Pick<Given<At, unknown, unknown>, 'tx' | 'me' | 'params'>) {
  const contact = (await contactsAt(given)).find(({ id }) => id === given.params.contactId)
  if (!contact) throw new Problem(...noContact)
  return Contact.parse(contact)
}

const all = { tag: 'Partners', path: '/partners/{id}/contacts', params: { id: z.uuid() } }
const one = { tag: 'Partners', path: `${all.path}/{contactId}`, params: { id: z.uuid(), contactId: z.uuid() } }
const read = { scopes: ['partners:read', 'contacts:read'] }
const write = { scopes: [...read.scopes, 'contacts:write'], say }

/** The people at a partner, under a scope of their own: a program that shows a list of partners need not know them. */
export const api = [
  operation({
    id: 'listContacts',
    method: 'get',
    ...all,
    ...read,
    says: { en: 'Whom to ring at a partner', nl: 'Wie je belt bij een partner' },
    answer: { status: 200, schema: z.object({ items: z.array(Contact) }) },
    run: async (given) => ({ items: await contactsAt(given) }),
  }),
  operation({
    id: 'addContact',
    method: 'post',
    ...all,
    ...write,
    says: { en: 'A new contact at a partner', nl: 'Een nieuw gezicht bij een partner' },
    more: 'Comes behind those who are there. The person may ask where you have her name from.',
    body: ContactSent,
    answer: { status: 201, schema: Contact },
    run: async (given) => {
      const { tx, me, params, body, today } = given
      const before = (await contactsAt(given)).map(({ id }) => id)
      const source = fill(words.in('nl')['face.source.program'], { day: sayDay(today, 'nl') })
      const outcome = await addFace(tx, me, params.id, { ...held(faceForm, body, say), source })
      unless(outcome, { 'not-found': noPartner, 'not-yours': notYours })
      const added = (await contactsAt(given)).find(({ id }) => !before.includes(id))
      if (!added) throw new Problem(...noContact)
      return added
    },
  }),
  operation({
    id: 'getContact',
    method: 'get',
    ...one,
    ...read,
    says: { en: 'One contact', nl: 'Eén gezicht' },
    answer: { status: 200, schema: Contact },
    run: contactAt,
  }),
  operation({
    id: 'changeContact',
    method: 'put',
    ...one,
    ...write,
    says: { en: 'All that is said of one contact', nl: 'Alles wat er over één gezicht staat' },
    more: 'Takes the place of what stood there. Send the ETag of what you fetched as If-Match.',
    body: ContactSent,
    guarded: true,
    current: contactAt,
    answer: { status: 200, schema: Contact },
    refuses: [422],
    run: async (given) => {
      const { tx, me, params, body } = given
      const outcome = await changeFace(tx, me, params.id, params.contactId, held(faceForm, body, say))
      unless(outcome, { 'not-found': noContact, 'not-yours': notYours })
      return contactAt(given)
    },
  }),
  operation({
    id: 'removeContact',
    method: 'delete',
    ...one,
    ...write,
    says: { en: 'Remove a contact', nl: 'Een gezicht weghalen' },
    answer: { status: 204 },
    run: async ({ tx, me, params }) =>
      void unless(await removeFace(tx, me, params.id, params.contactId), {
        'not-found': noContact,
        'not-yours': notYours,
      }),
  }),
]
