import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { afterOf, paged, pageFrom, pageOf, paging } from '#kit/api/page.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { held, sentAs } from '#kit/api/sent.ts'
import { sayKey } from '#kit/words/words.ts'
import { agree, type Refusal, sayKept } from './actions.ts'
import { api as contacts } from './contacts/api.ts'
import { agreementForm } from './forms.ts'
import { type AgreementRow, agreementPage, aimsOf, lineOf, mannersOf, turnsOf } from './queries.ts'
import { stateOfAgreement } from './rules.ts'
import { aimOutcomes, parts, procedures, sides } from './tables.ts'
import { words } from './words/words.ts'

const say = (message: string) => sayKey(words.in('en'), message)
const day = z.iso.date()

const Agreement = z
  .object({
    id: z.uuid(),
    partnerId: z.uuid(),
    what: z.string(),
    part: z.enum(parts).meta({ description: 'Who does it.' }),
    personId: z.uuid().nullable().meta({ description: 'The colleague who does the school’s part.' }),
    until: day,
    madeOn: day,
    state: z.enum(['open', 'kept', 'not-kept', 'differs']),
    said: z.array(z.object({ side: z.enum(sides), kept: z.boolean(), saidOn: day })),
  })
  .meta({ id: 'Agreement', description: 'Who does what until when, and what each side says of it.' })
const Manners = z
  .object({
    everyWeeks: z.int().nullable(),
    nextOn: day.nullable(),
    sleepsUntil: day.nullable(),
    style: z.string().nullable(),
    procedure: z.enum(procedures).nullable().meta({ description: 'Whose way of working leads.' }),
    procedureNote: z.string().nullable(),
    refuses: z.string().nullable(),
    label: z.string().nullable().meta({ description: 'As it goes on an envelope.' }),
    aims: z.array(
      z.object({
        id: z.uuid(),
        success: z.string(),
        lookOn: day,
        startsOn: day.nullable(),
        writtenOn: day,
        outcome: z.enum(aimOutcomes).nullable(),
        lookedOn: day.nullable(),
      }),
    ),
  })
  .meta({ id: 'Manners', description: 'How the school goes about a line, and when it will have succeeded.' })
const Turn = z
  .object({
    id: z.uuid().meta({ description: 'Of the partner.' }),
    name: z.string(),
    ownerId: z.uuid().nullable(),
    deputyId: z.uuid().nullable(),
    lastOn: day.nullable().meta({ description: 'When one last spoke.' }),
    kind: z.enum(['turn', 'later', 'quiet', 'asleep']),
    on: day.nullable().meta({ description: 'The day it is, or until which it sleeps.' }),
  })
  .meta({ id: 'Turn', description: 'Whether it is time to ring a partner.' })

const AgreementSent = sentAs(
  { ...agreementForm.shape, partnerId: z.uuid() },
  {
    needed: ['partnerId', 'what', 'part', 'until'],
    instead: { personId: z.uuid(), until: day, lookOn: day, startsOn: day },
  },
).meta({ id: 'AgreementSent' })

const asAgreement = ({ relationId, words: said, ...row }: AgreementRow) => ({
  ...row,
  ...{ partnerId: relationId, said, state: stateOfAgreement(said) },
})

type At = Pick<Given<{ id: string }, unknown, unknown>, 'tx' | 'me' | 'params'>
async function agreementAt({ tx, me, params }: At) {
  const [found] = await agreementPage(tx, me.organisationId, { only: params.id, most: 1 })
  if (!found) throw new Problem(404, 'There is no such agreement.')
  return asAgreement(found)
}

const noPartner = [404, 'There is no such partner at this school.'] as const
const notMade = {
  'not-found': [422, 'There is no such partner at this school.', 'partnerId'],
  'not-yours': [403, 'Whoever made this token may not tend this line.'],
  names: [422, say('error.names'), 'what'],
  success: [422, say('error.names'), 'success'],
  person: [422, say('error.person'), 'personId'],
  until: [422, say('error.until'), 'until'],
  near: [422, say('error.near'), 'lookOn'],
  aim: [422, say('error.aim'), 'success'],
  'open-aim': [422, say('error.open-aim'), 'success'],
} as const satisfies Record<Refusal, readonly unknown[]>

const tag = 'Agreements'
const read = { tag, scopes: ['partners:read', 'agreements:read'] }
const write = { tag, scopes: [...read.scopes, 'contacts:read', 'people:read', 'agreements:write'], say }
const one = { params: { id: z.uuid() } }

export const api = [
  operation({
    id: 'listAgreements',
    method: 'get',
    path: '/agreements',
    ...read,
    says: { en: 'What was agreed with partners', nl: 'Wat er met partners is afgesproken' },
    query: { ...paging, partnerId: z.uuid().optional() },
    answer: { status: 200, schema: pageOf(Agreement) },
    run: async ({ tx, me, query: { cursor, limit, partnerId } }) => {
      const wish = { relationId: partnerId, after: afterOf(cursor), most: limit + 1 }
      return paged((await agreementPage(tx, me.organisationId, wish)).map(asAgreement), limit)
    },
  }),
  operation({
    id: 'addAgreement',
    method: 'post',
    path: '/agreements',
    ...write,
    says: { en: 'A new agreement', nl: 'Een nieuwe afspraak' },
    more: 'Both sides read it. The first with a partner brings `success` and `lookOn`: when it will have succeeded.',
    body: AgreementSent,
    answer: { status: 201, schema: Agreement },
    run: async ({ tx, me, body, today }) => {
      const { partnerId, ...rest } = body
      const said = { ...held(agreementForm, rest, say), today }
      const { made } = unless(await agree(tx, me, partnerId as string, said), notMade)
      return agreementAt({ tx, me, params: { id: made ?? '' } })
    },
  }),
  operation({
    id: 'getAgreement',
    method: 'get',
    path: '/agreements/{id}',
    ...{ ...one, ...read },
    says: { en: 'One agreement', nl: 'Eén afspraak' },
    answer: { status: 200, schema: Agreement },
    run: agreementAt,
  }),
  operation({
    id: 'sayAgreementKept',
    method: 'post',
    path: '/agreements/{id}/keeping',
    ...{ ...one, ...write },
    says: { en: 'It was kept, or it was not', nl: 'Het is nagekomen, of niet' },
    more: 'Said by the side of whoever made the token; a second word takes the place of the first.',
    body: z.strictObject({ kept: z.boolean() }),
    answer: { status: 200, schema: Agreement },
    run: async (given) => {
      const { tx, me, params, body, today } = given
      await agreementAt(given)
      const { 'not-yours': notYours } = notMade
      unless(await sayKept(tx, me, params.id, { kept: body.kept, today }), { ...notMade, 'not-yours': notYours })
      return agreementAt(given)
    },
  }),
  operation({
    id: 'getManners',
    method: 'get',
    path: '/partners/{id}/manners',
    ...{ ...one, ...read },
    says: { en: 'How the school goes about a line', nl: 'Hoe de school het doet met een partner' },
    answer: { status: 200, schema: Manners },
    run: async ({ tx, me, params }) => {
      if (!(await lineOf(tx, me.organisationId, params.id))) throw new Problem(...noPartner)
      const known = await mannersOf(tx, me.organisationId, params.id)
      const aims = await aimsOf(tx, me.organisationId, params.id)
      return { ...(known ?? blank), aims }
    },
  }),
  operation({
    id: 'listTurns',
    method: 'get',
    path: '/turns',
    ...read,
    says: { en: 'Whom it is time to ring', nl: 'Wie er aan de beurt is' },
    query: paging,
    answer: { status: 200, schema: pageOf(Turn) },
    run: async ({ tx, me, today, query }) =>
      pageFrom(
        (await turnsOf(tx, me.organisationId, today)).map(({ turn, ...line }) => ({
          ...line,
          ...{ kind: turn.kind, on: 'on' in turn ? turn.on : turn.kind === 'asleep' ? turn.until : null },
        })),
        query,
      ),
  }),
  ...contacts,
]

const blank = {
  ...{ everyWeeks: null, nextOn: null, sleepsUntil: null, style: null, procedure: null },
  ...{ procedureNote: null, refuses: null, label: null },
}
