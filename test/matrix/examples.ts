import { sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Served } from '../served.ts'
import { type Around, aroundExamples, putAround } from './around.ts'

/** Ids of one school, for the places in the addresses of the API. */
export type Ids = Record<
  'school' | 'person' | 'partner' | 'contact' | 'presence' | 'organisation' | 'toHer' | 'answered' | 'open' | 'onward',
  string
> &
  Around

export async function idsOf(house: Served, name: string, head: string): Promise<Ids> {
  const [row] = await house.asKeeper((tx) =>
    rowsOf<Ids>(
      tx,
      sql`select o.id as school, o.id as organisation, r.id as partner, f.id as contact, p.id as presence, m.person_id as person
        from organisations o join relations r on r.school_id = o.id
        join faces f on f.school_id = o.id and f.relation_id = r.id
        join presences p on p.school_id = o.id and p.relation_id = r.id
        join memberships m on m.organisation_id = o.id
        where o.name = ${name} and f.mail is not null and r.organisation_id is null and r.until is null order by r.id, f.id, p.id, m.person_id limit 1`,
    ),
  )
  if (!row) throw new Error(`${name} has no partner with a contact and an hour`)
  const [toHer, answered, open, onward] = await house.asKeeper(async (tx) => [
    await requestIn(tx, row, head, ['asked']),
    await requestIn(tx, row, undefined, ['asked', 'answered'], head),
    await requestIn(tx, row, undefined, ['asked'], head),
    await requestIn(tx, row, undefined, ['asked'], head),
  ])
  const around = await house.asKeeper((tx) => putAround(tx, row, head))
  return { ...row, ...around, toHer: toHer!, answered: answered!, open: open!, onward: onward! }
}

/** A request to a colleague or to the partner, with these moments in its past. */
async function requestIn(
  tx: Tx,
  { school, partner, person }: Ids,
  to: string | undefined,
  kinds: string[],
  by?: string,
) {
  const id = crypto.randomUUID()
  const askedBy = by ? sql`(select id from people where name = ${by})` : sql`${person}`
  const personId = to ? sql`(select id from people where name = ${to})` : sql`null`
  await tx.execute(sql`insert into requests (school_id, id, relation_id, person_id, asked_by, school_name, level, what, wish_day, answer_by)
    values (${school}, ${id}, ${to ? null : partner}, ${personId}, ${askedBy}, 'School', 'group', 'Kan er een gastles komen?', '2030-01-14', '2030-01-07')`)
  for (const [place, kind] of kinds.entries())
    await tx.execute(sql`insert into request_moments (school_id, request_id, kind, side, at)
      values (${school}, ${id}, ${kind}, ${kind === 'asked' ? 'asking' : 'asked'}, now() - interval '1 day' + make_interval(mins => ${place}))`)
  return id
}

export type Example = { path: (ids: Ids) => string; body?: (ids: Ids) => unknown; query?: string }

const partner = ({ partner }: Ids) => `/partners/${partner}`
const contact = (ids: Ids) => `${partner(ids)}/contacts/${ids.contact}`
const presence = (ids: Ids) => `${partner(ids)}/presences`
const toHer = (noun: string, body: unknown): Example => ({
  path: (ids) => `/requests/${ids.toHer}/${noun}`,
  body: () => body,
})
const toPartner = (id: 'answered' | 'open', noun: string, body: unknown): Example => ({
  path: (ids) => `/requests/${ids[id]}/${noun}`,
  body: () => body,
})
const plain = (path: string, query?: string): Example => ({ path: () => path, ...(query ? { query } : {}) })

/** How each operation is asked. One that is not here makes the test fail: nothing is in the document untried. */
export const examples: Record<string, Example> = {
  getTerms: plain('/terms'),
  getOwnOrganisation: plain('/organisation'),
  getOrganisation: { path: ({ organisation }) => `/organisations/${organisation}` },
  findSchools: plain('/schools', '?search=molen'),
  listPeople: plain('/people', '?limit=5'),
  getPerson: { path: ({ person }) => `/people/${person}` },
  listGroups: plain('/groups'),
  listSpaces: plain('/spaces'),
  listBellTimes: plain('/bell-times'),
  listPartners: plain('/partners', '?limit=3&ended=true'),
  addPartner: {
    path: () => '/partners',
    body: ({ person }) => ({
      name: 'De Klankkast',
      type: 'logopedist',
      levels: ['pupil'],
      place: 'Wilgenveen',
      deputyId: person,
    }),
  },
  getPartner: { path: partner },
  changePartner: {
    path: partner,
    body: () => ({ name: 'De Nieuwe Naam', levels: ['group'], website: 'klank.example' }),
  },
  assurePartner: { path: (ids) => `${partner(ids)}/assurance` },
  endPartner: { path: (ids) => `${partner(ids)}/ending`, body: () => ({ until: '2030-07-01' }) },
  resumePartner: { path: (ids) => `${partner(ids)}/resumption` },
  listContacts: { path: (ids) => `${partner(ids)}/contacts` },
  addContact: {
    path: (ids) => `${partner(ids)}/contacts`,
    body: () => ({ name: 'Kim Kleur', days: [1, 3], mail: 'kim@klank.example' }),
  },
  getContact: { path: contact },
  changeContact: {
    path: contact,
    body: () => ({ name: 'Kim Kleur', phone: '0612345678', mail: 'kim@klank.example' }),
  },
  removeContact: { path: contact },
  listPresences: plain('/presences', '?weekday=2'),
  listPartnerPresences: { path: presence },
  addPresence: { path: presence, body: () => ({ weekdays: [2, 4], from: '09:00', until: '11:30', what: 'inloop' }) },
  removePresence: { path: (ids) => `${presence(ids)}/${ids.presence}` },
  getPartnerTopics: { path: (ids) => `${partner(ids)}/topics` },
  setPartnerTopics: { path: (ids) => `${partner(ids)}/topics`, body: () => ({ topics: ['pesten', 'dyslexie'] }) },
  listRequests: plain('/requests', '?part=open&limit=10'),
  askRequest: {
    path: () => '/requests',
    body: ({ partner }) => ({
      partnerId: partner,
      level: 'group',
      what: 'Kan er een gastles komen?',
      wishDay: '2030-02-11',
    }),
  },
  getRequest: { path: (ids) => `/requests/${ids.open}` },
  rerouteRequest: { path: (ids) => `/requests/${ids.onward}/onward`, body: (ids) => ({ partnerId: ids.partner }) },
  acceptRequest: toHer('acceptance', { text: 'Komt goed.' }),
  declineRequest: toHer('refusal', { reason: 'full' }),
  answerRequest: toHer('answer', { text: 'In maart kan het wel.' }),
  askOnRequest: toPartner('answered', 'follow-up', { text: 'Ook voor groep 5?' }),
  noteRequest: toPartner('answered', 'note', { text: 'Het lokaal is boven.' }),
  completeRequest: toPartner('answered', 'completion', { outcome: 'helped' }),
  withdrawRequest: toPartner('open', 'withdrawal', {}),
  askSignpost: { path: () => '/signpost/answers', body: () => ({ question: 'kind praat onverstaanbaar' }) },
  ...aroundExamples,
}

/** What removes comes last, so that what the others ask about is still there. */
export const weightOf = ({ id }: { id: string }) => (id.startsWith('remove') ? 1 : 0)
