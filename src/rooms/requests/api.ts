import * as z from 'zod'
import { type Given, type Operation, operation } from '#kit/api/operation.ts'
import { afterOf, paged, pageOf, paging } from '#kit/api/page.ts'
import { Problem, type ProblemStatus, unless } from '#kit/api/problem.ts'
import { isDay } from '#kit/time/day.ts'
import { act, ask, type Deed, reroute } from './actions.ts'
import { findRequest, momentsOf, type RequestRow, requestPage } from './queries.ts'
import { declineReasons, momentKinds, outcomes, requestLevels, sides } from './tables.ts'

const states = ['open', 'accepted', 'declined', 'answered', 'done', 'withdrawn', 'rerouted'] as const
const fields = {
  id: z.uuid(),
  partnerId: z.uuid().nullable(),
  personId: z.uuid().nullable().meta({ description: 'When a colleague was asked.' }),
  followsId: z.uuid().nullable().meta({ description: 'The request that was sent on and became this one.' }),
  askedBy: z.uuid().nullable(),
  level: z.enum(requestLevels),
  what: z.string().nullable(),
  forWhom: z.string().nullable(),
  wishDay: z.iso.date(),
  answerBy: z.iso.date(),
  createdAt: z.iso.datetime(),
  state: z.enum(states),
  waitsOn: z.enum(sides).nullable().meta({ description: 'Which side it waits on; null when it is closed.' }),
  overdue: z.boolean(),
}
const Request = z
  .object(fields)
  .meta({ id: 'Request', description: 'A question in three lines. Never about one child.' })
const WholeRequest = z
  .object({
    ...fields,
    moments: z.array(
      z.object({
        kind: z.enum(momentKinds),
        side: z.enum(sides),
        at: z.iso.datetime(),
        text: z.string().nullable(),
        reason: z.enum(declineReasons).nullable(),
        outcome: z.enum(outcomes).nullable(),
      }),
    ),
  })
  .meta({ id: 'WholeRequest', description: 'A request with what happened to it.' })

const other = { asking: 'asked', asked: 'asking' } as const
const asRequest = ({ party, waits, createdAt, ...row }: RequestRow) => ({
  ...row,
  partnerId: row.relationId,
  createdAt: createdAt.toISOString(),
  waitsOn: !party || !waits ? null : waits === 'me' ? party : waitsElsewhere(party, row.state),
})
// What waits on a colleague of the same side waits on that side all the same.
const waitsElsewhere = (party: 'asking' | 'asked', state: RequestRow['state']) =>
  state === 'declined' || state === 'answered'
    ? 'asking'
    : state === 'open' || state === 'accepted'
      ? 'asked'
      : other[party]

type At = Pick<Given<{ id: string }, unknown, unknown>, 'tx' | 'me' | 'params' | 'today'>
async function requestAt({ tx, me, params, today }: At) {
  const row = await findRequest(tx, me, params.id, today)
  if (!row) throw new Problem(...gone)
  const moments = await momentsOf(tx, row.schoolId, row.id)
  return { ...asRequest(row), moments: moments.map(({ at, ...moment }) => ({ ...moment, at: at.toISOString() })) }
}

const gone = [404, 'There is no such request, or not for whoever made this token.'] as const
const objections = {
  names: [422, 'This seems to name somebody. A request is never about a named child: leave the name out.'],
  bsn: [422, 'This seems to hold a citizen service number. Leave it out.'],
  'birth-date': [422, 'This seems to hold a day of birth. Leave it out.'],
  'one-child': [422, 'This sounds like a question about one child. Ask that in person, or say `notOneChild: true`.'],
} as const satisfies Record<string, readonly [ProblemStatus, string]>
const notNow = [409, 'In the state it is in, or from this side, that cannot be done with this request.'] as const
const notAsked = {
  ...objections,
  'not-yours': [403, 'Whoever made this token may not ask for this organisation.'],
  'not-found': [422, 'There is no such partner or colleague here to ask.'],
  'no-mail': [422, 'Nobody there has a mail address to send this to.'],
  'not-now': notNow,
  past: [422, 'The day of the wish has been.'],
} as const satisfies Record<string, readonly [ProblemStatus, string]>
const notDone = {
  ...objections,
  'not-found': gone,
  'not-now': notNow,
} as const satisfies Record<string, readonly [ProblemStatus, string]>

const isText = (said: string) => !said.includes('\u0000')
const line = z.string().max(300).refine(isText, 'holds a sign that is no text')
const text = z.string().max(2000).refine(isText, 'holds a sign that is no text')
const wish = z.iso.date().refine(isDay, 'is no day that somebody could mean')
const RequestSent = z
  .strictObject({
    partnerId: z.uuid().optional().meta({ description: 'To a partner…' }),
    personId: z.uuid().optional().meta({ description: '…or to a colleague.' }),
    contactId: z
      .uuid()
      .optional()
      .meta({ description: 'Who there gets the letter; else the first with a mail address.' }),
    level: z.enum(requestLevels),
    what: line.min(1),
    forWhom: line.optional(),
    wishDay: wish,
    notOneChild: z.boolean().optional(),
  })
  .meta({ id: 'RequestSent' })

const read = { tag: 'Requests', scopes: ['partners:read', 'requests:read'] }
const write = { tag: 'Requests', scopes: [...read.scopes, 'contacts:read', 'people:read', 'requests:write'] }
const one = { params: { id: z.uuid() } }

const withNote = z.strictObject({ text: text.optional() })
const withText = z.strictObject({ text: text.min(1) })
const tidy = (said: string | undefined) => said?.toWellFormed().trim() || null

type Moment<B extends z.ZodObject> = {
  id: string
  noun: string
  en: string
  nl: string
  body: B
  deed: (body: z.output<B>) => Deed
}
/** A moment is a noun one posts to; the answer is the request as it is then. */
const moment = <B extends z.ZodObject>({ id, noun, en, nl, body, deed }: Moment<B>): Operation =>
  operation({
    ...{ id, method: 'post', path: `/requests/{id}/${noun}`, says: { en, nl }, ...one, ...write, body },
    answer: { status: 200, schema: WholeRequest },
    refuses: [409, 422],
    run: async (given) => {
      const { tx, me, params, now, today } = given
      const said = deed(given.body as z.output<B>)
      if ('text' in said && said.text === '')
        throw new Problem(422, 'Say something.', { errors: [{ field: 'text', why: 'is empty' }] })
      unless(await act(tx, me, params.id, said, { now, today }), notDone)
      return requestAt(given)
    },
  })

export const api: readonly Operation[] = [
  operation({
    id: 'listRequests',
    method: 'get',
    path: '/requests',
    ...read,
    says: { en: 'Requests of this organisation', nl: 'Vragen van deze organisatie' },
    query: { ...paging, part: z.enum(['open', 'closed']).optional() },
    answer: { status: 200, schema: pageOf(Request) },
    run: async ({ tx, me, today, query: { cursor, limit, part } }) => {
      const rows = await requestPage(tx, me, { part, today, after: afterOf(cursor), most: limit + 1 })
      return paged(rows.map(asRequest), limit)
    },
  }),
  operation({
    id: 'askRequest',
    method: 'post',
    path: '/requests',
    ...write,
    says: { en: 'Ask a partner or a colleague', nl: 'Vraag een partner of collega iets' },
    more: 'The letter goes in the name of whoever made the token. Never about one child.',
    body: RequestSent,
    answer: { status: 201, schema: WholeRequest },
    run: async ({ tx, me, body, now, today }) => {
      const { partnerId, personId, contactId, level, wishDay, notOneChild = false } = body
      if ((partnerId === undefined) === (personId === undefined))
        throw new Problem(422, 'Say either partnerId or personId.')
      const to = partnerId ? { relationId: partnerId, faceId: contactId ?? null } : { personId: personId! }
      const what = tidy(body.what)
      if (!what) throw new Problem(422, 'Say what you ask.', { errors: [{ field: 'what', why: 'is empty' }] })
      const question = { level, what, forWhom: tidy(body.forWhom) ?? '', wishDay, notOneChild }
      const { id } = unless(await ask(tx, me, question, { to, now, today }), notAsked)
      return requestAt({ tx, me, today, params: { id } })
    },
  }),
  operation({
    id: 'getRequest',
    method: 'get',
    path: '/requests/{id}',
    ...{ ...one, ...read },
    says: { en: 'One request, with what happened to it', nl: 'Eén vraag, met wat ermee gebeurde' },
    answer: { status: 200, schema: WholeRequest },
    run: requestAt,
  }),
  operation({
    id: 'rerouteRequest',
    method: 'post',
    path: '/requests/{id}/onward',
    ...{ ...one, ...write },
    says: { en: 'Send it on to another partner', nl: 'Stuur de vraag door' },
    more: 'The answer is the new request; the old one stays, and its personal links end.',
    body: z.strictObject({ partnerId: z.uuid(), contactId: z.uuid().optional(), text: line.optional() }),
    answer: { status: 201, schema: WholeRequest },
    refuses: [409, 422],
    run: async ({ tx, me, params, body: { partnerId, contactId, text: said }, now, today }) => {
      await requestAt({ tx, me, params, today })
      const to = { relationId: partnerId, faceId: contactId ?? null }
      const { id } = unless(await reroute(tx, me, params.id, { to, text: tidy(said), now, today }), notAsked)
      return requestAt({ tx, me, today, params: { id } })
    },
  }),
  moment({
    ...{ id: 'acceptRequest', noun: 'acceptance', en: 'We take it on', nl: 'We pakken het op' },
    body: withNote,
    deed: ({ text: said }) => ({ kind: 'accepted', text: tidy(said) }),
  }),
  moment({
    ...{ id: 'declineRequest', noun: 'refusal', en: 'We cannot, and why', nl: 'Het lukt ons niet, en waarom' },
    body: z.strictObject({ reason: z.enum(declineReasons), text: text.optional() }),
    deed: ({ reason, text: said }) => ({ kind: 'declined', reason, text: tidy(said) }),
  }),
  moment({
    ...{ id: 'answerRequest', noun: 'answer', en: 'The answer', nl: 'Het antwoord' },
    body: withText,
    deed: ({ text: said }) => ({ kind: 'answered', text: tidy(said) ?? '' }),
  }),
  moment({
    ...{ id: 'askOnRequest', noun: 'follow-up', en: 'Ask on after an answer', nl: 'Vraag door na een antwoord' },
    body: withText,
    deed: ({ text: said }) => ({ kind: 'asked_on', text: tidy(said) ?? '' }),
  }),
  moment({
    ...{ id: 'noteRequest', noun: 'note', en: 'Add something', nl: 'Vul iets aan' },
    body: withText,
    deed: ({ text: said }) => ({ kind: 'note', text: tidy(said) ?? '' }),
  }),
  moment({
    ...{ id: 'completeRequest', noun: 'completion', en: 'Done, and did it help', nl: 'Klaar, en hielp het' },
    body: z.strictObject({ outcome: z.enum(outcomes), text: text.optional() }),
    deed: ({ outcome, text: said }) => ({ kind: 'done', outcome, text: tidy(said) }),
  }),
  moment({
    ...{ id: 'withdrawRequest', noun: 'withdrawal', en: 'Take it back', nl: 'Trek de vraag in' },
    body: withNote,
    deed: ({ text: said }) => ({ kind: 'withdrawn', text: tidy(said) }),
  }),
]
