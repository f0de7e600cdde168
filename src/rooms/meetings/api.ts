import * as z from 'zod'
import { type Given, operation } from '#kit/api/operation.ts'
import { afterOf, paged, pageOf, paging } from '#kit/api/page.ts'
import { Problem, unless } from '#kit/api/problem.ts'
import { held } from '#kit/api/sent.ts'
import { sayKey } from '#kit/words/words.ts'
import { makeMeeting } from './asking/actions.ts'
import { durations, makeForm } from './asking/forms.ts'
import { findMeeting, inviteesOf, meetingPage, optionsOf } from './queries.ts'
import { mostInvited, stateOf } from './rules.ts'
import { answerStages, meetingKinds, type Meeting as Row } from './tables.ts'
import { words } from './words/words.ts'

const say = (message: string) => sayKey(words.in('en'), message)
const moment = z.iso.datetime().nullable()

const fields = {
  id: z.uuid(),
  title: z.string(),
  kind: z.enum(meetingKinds),
  minutes: z.int(),
  madeBy: z.uuid().nullable(),
  state: z.enum(['draft', 'asked', 'fixed', 'cancelled']),
  answerBy: z.iso.date().nullable(),
  startsAt: moment.meta({ description: 'Once it is fixed.' }),
  endsAt: moment,
  spaceId: z.uuid().nullable(),
  place: z.string().nullable(),
}
const Meeting = z
  .object(fields)
  .meta({ id: 'Meeting', description: 'People of several organisations come together. Its title is neutral.' })
const WholeMeeting = z
  .object({
    ...fields,
    invitees: z
      .array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          personId: z.uuid().nullable(),
          contactId: z.uuid().nullable(),
          required: z.boolean(),
        }),
      )
      .meta({ description: 'As far as whoever made the token may see.' }),
    options: z.array(
      z.object({
        id: z.uuid(),
        startsAt: z.iso.datetime(),
        answers: z.array(z.object({ inviteeId: z.uuid(), stage: z.enum(answerStages) })),
      }),
    ),
  })
  .meta({ id: 'WholeMeeting', description: 'A meeting with who is invited and the moments that were offered.' })

const MeetingSent = z
  .strictObject({
    title: makeForm.shape.title,
    kind: z.enum(meetingKinds),
    minutes: z.literal(durations.map(Number)),
    people: z.array(z.uuid()).max(mostInvited).optional().meta({ description: 'Colleagues.' }),
    contacts: z.array(z.uuid()).max(mostInvited).optional().meta({ description: 'Contacts at partners.' }),
    outsiders: z
      .array(z.strictObject({ name: z.string().min(1).max(120), mail: z.email().max(254) }))
      .max(mostInvited)
      .optional(),
  })
  .meta({ id: 'MeetingSent' })

const asMeeting = (row: Row) => ({
  ...row,
  state: stateOf(row),
  startsAt: row.startsAt?.toISOString() ?? null,
  endsAt: row.endsAt?.toISOString() ?? null,
})

async function meetingAt({ tx, me, params }: Pick<Given<{ id: string }, unknown, unknown>, 'tx' | 'me' | 'params'>) {
  const row = await findMeeting(tx, me.organisationId, params.id)
  if (!row) throw new Problem(404, 'There is no such meeting, or not for whoever made this token.')
  const options = await optionsOf(tx, row)
  return {
    ...asMeeting(row),
    invitees: (await inviteesOf(tx, row)).map(({ faceId, ...one }) => ({ ...one, contactId: faceId })),
    options: options.map(({ id, startsAt, answers }) => ({
      ...{ id, startsAt: startsAt.toISOString() },
      answers: [...answers],
    })),
  }
}

const read = { method: 'get', tag: 'Meetings', scopes: ['meetings:read'] } as const
const notMade = {
  'not-yours': [403, 'Whoever made this token does not work at this school.'],
  nobody: [422, say('error.nobody'), 'people'],
  many: [422, say('error.many'), 'people'],
  people: [422, say('error.people'), 'people'],
  names: [422, say('error.names'), 'title'],
  bsn: [422, say('error.bsn'), 'title'],
  'birth-date': [422, say('error.birth-date'), 'title'],
  'one-child': [422, say('error.one-child'), 'title'],
} as const

export const api = [
  operation({
    id: 'listMeetings',
    ...read,
    path: '/meetings',
    says: { en: 'Meetings', nl: 'Bijeenkomsten' },
    more: 'What whoever made the token made or is invited to, and what is fixed.',
    query: {
      ...paging,
      fixed: z.enum(['true', 'false']).optional().meta({ description: 'true: only what is fixed.' }),
    },
    answer: { status: 200, schema: pageOf(Meeting) },
    run: async ({ tx, me, query: { cursor, limit, fixed } }) => {
      const wish = { fixedOnly: fixed === 'true', after: afterOf(cursor), most: limit + 1 }
      return paged((await meetingPage(tx, me.organisationId, wish)).map(asMeeting), limit)
    },
  }),
  operation({
    id: 'makeMeeting',
    method: 'post',
    path: '/meetings',
    tag: 'Meetings',
    scopes: ['meetings:read', 'partners:read', 'contacts:read', 'people:read', 'meetings:write'],
    say,
    says: { en: 'A draft of a meeting', nl: 'Een bijeenkomst klaarzetten' },
    more: 'What, how long and with whom. Nobody hears of it until whoever made the token asks them, on its page.',
    body: MeetingSent,
    answer: { status: 201, schema: WholeMeeting },
    run: async ({ tx, me, body, today }) => {
      const { people = [], contacts = [], outsiders = [], title, kind, minutes } = body
      const lines = outsiders.map(({ name, mail }) => `${name.replace(/\s+/g, ' ')}, ${mail}`)
      const posted = { title, kind, minutes, colleagues: people, faces: contacts, outsiders: lines.join('\n') }
      const { id } = unless(await makeMeeting(tx, me, held(makeForm, posted, say), today), notMade)
      return meetingAt({ tx, me, params: { id } })
    },
  }),
  operation({
    id: 'getMeeting',
    ...read,
    path: '/meetings/{id}',
    params: { id: z.uuid() },
    says: { en: 'One meeting', nl: 'Eén bijeenkomst' },
    answer: { status: 200, schema: WholeMeeting },
    run: meetingAt,
  }),
]
