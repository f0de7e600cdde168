import { sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Example } from './examples.ts'

const things = [
  'agreement',
  'contactMoment',
  'choice',
  'proposal',
  'meeting',
  'schoolDay',
  'dayToGo',
  'handover',
  'occasion',
  'takeover',
  'familyOffer',
  'playbook',
] as const
export type Around = Record<(typeof things)[number], string>
type Where = { school: string; partner: string; person: string }

/** One of everything around the lines of a school, made as the keeper: what the addresses of the API point at. */
export async function putAround(tx: Tx, { school, partner, person }: Where, head: string): Promise<Around> {
  const ids = Object.fromEntries(things.map((thing) => [thing, crypto.randomUUID()])) as Around
  const she = sql`(select id from people where name = ${head})`
  const day = sql`current_date + 30`
  for (const put of [
    sql`agreements (school_id, id, relation_id, what, part, until, made_on)
      values (${school}, ${ids.agreement}, ${partner}, 'Een folder maken', 'both', ${day}, current_date)`,
    sql`contact_moments (school_id, id, relation_id, day, line, person_id)
      values (${school}, ${ids.contactMoment}, ${partner}, current_date, 'Gebeld over de folder', ${she})`,
    sql`choices (school_id, id, name, for_whom, better, seen_by, stops, hours, asked_by, asked_on)
      values (${school}, ${ids.choice}, 'De Boekenbus', 'groep 3', 'Meer lezen', ${day}, 'Niets', 10, ${she}, current_date)`,
    sql`proposals (school_id, id, kind, name, what, arrived_on)
      values (${school}, ${ids.proposal}, 'typed', 'De Speelbus', 'Een middag spelen', current_date)`,
    sql`meetings (school_id, id, title, kind, minutes, made_by, maker_name, school_name, invited)
      values (${school}, ${ids.meeting}, 'Overleg', 'consultation', 30, ${she}, ${head}, 'School', array[${she}]::uuid[])`,
    sql`school_days (school_id, id, kind, title, "from", until)
      values (${school}, ${ids.schoolDay}, 'study', 'Studiedag', ${day}, ${day})`,
    sql`school_days (school_id, id, kind, title, "from", until)
      values (${school}, ${ids.dayToGo}, 'event', 'Sportdag', ${day}, ${day})`,
    sql`handovers (school_id, id, person_id, lasting, last_day, falls_on, held_by)
      values (${school}, ${ids.handover}, ${person}, true, ${day}, ${day}, ${she})`,
    sql`occasions (school_id, id, name, kind, day) values (${school}, ${ids.occasion}, 'Kerst', 'card', ${day})`,
    sql`takeovers (school_id, id, person_id, account_id, kind, source, total)
      values (${school}, ${ids.takeover}, ${she}, 'x', 'partners', 'lijst', 3)`,
    sql`parent_offers (school_id, id, what) values (${school}, ${ids.familyOffer}, 'Koffie-uurtje')`,
    sql`playbooks (school_id, id, title, kind, day, partner_types)
      values (${school}, ${ids.playbook}, 'Sportdag', 'other', ${day}, '{}')`,
    sql`rounds (school_id, opened_on) values (${school}, current_date)`,
  ])
    await tx.execute(sql`insert into ${put}`)
  return ids
}

const plain = (path: string, query?: string): Example => ({ path: () => path, ...(query ? { query } : {}) })
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** How what is around the lines is asked. */
export const aroundExamples: Record<string, Example> = {
  listTips: { path: ({ partner }) => `/partners/${partner}/tips` },
  getWhiteSpots: plain('/white-spots'),
  getNetworkMeasures: plain('/network/measures'),
  getNetworkFile: plain('/network/file', '?weight=topics'),
  listOffered: plain('/sharing/offered'),
  listGiven: plain('/sharing/given', '?limit=2'),
  listTaken: plain('/sharing/taken'),
  getParentsPage: plain('/parents-page'),
  addFamilyOffer: { path: () => '/parents-page/offers', body: () => ({ what: 'Taalles', times: 'dinsdag 9 uur' }) },
  removeFamilyOffer: { path: ({ familyOffer }) => `/parents-page/offers/${familyOffer}` },
  listTakeovers: plain('/takeovers'),
  getTakeover: { path: ({ takeover }) => `/takeovers/${takeover}` },
  listAgreements: plain('/agreements', '?limit=5'),
  addAgreement: {
    path: () => '/agreements',
    body: ({ partner }) => ({
      ...{ partnerId: partner, what: 'Samen de folder nakijken', part: 'both', until: dayIn(20) },
      ...{ success: 'De folder ligt in alle groepen.', lookOn: dayIn(60) },
    }),
  },
  getAgreement: { path: ({ agreement }) => `/agreements/${agreement}` },
  sayAgreementKept: { path: ({ agreement }) => `/agreements/${agreement}/keeping`, body: () => ({ kept: true }) },
  getManners: { path: ({ partner }) => `/partners/${partner}/manners` },
  listTurns: plain('/turns', '?limit=100'),
  listContactMoments: { path: ({ partner }) => `/partners/${partner}/contact-moments` },
  noteContactMoment: {
    path: ({ partner }) => `/partners/${partner}/contact-moments`,
    body: () => ({ line: 'Even gebeld', day: dayIn(0), kind: 'spoke' }),
  },
  getContactMoment: { path: ({ partner, contactMoment }) => `/partners/${partner}/contact-moments/${contactMoment}` },
  removeContactMoment: {
    path: ({ partner, contactMoment }) => `/partners/${partner}/contact-moments/${contactMoment}`,
  },
  getVision: plain('/vision'),
  listChoices: plain('/choices', '?limit=3'),
  getChoice: { path: ({ choice }) => `/choices/${choice}` },
  listProposals: plain('/proposals', '?stage=new'),
  addProposal: {
    path: () => '/proposals',
    body: () => ({ name: 'Circus Kriebel', what: 'Een week circus in de gymzaal', topic: 'pesten' }),
  },
  getProposal: { path: ({ proposal }) => `/proposals/${proposal}` },
  listMeetings: plain('/meetings', '?fixed=false'),
  makeMeeting: {
    path: () => '/meetings',
    body: ({ contact }) => ({
      ...{ title: 'Overleg', kind: 'consultation', minutes: 30, contacts: [contact] },
      outsiders: [{ name: 'Ans de Boer', mail: 'ans@voorbeeld.example' }],
    }),
  },
  getMeeting: { path: ({ meeting }) => `/meetings/${meeting}` },
  getYearPlan: plain('/year-plan', '?year=2026'),
  listClosedDays: plain('/closed-days', '?from=2026-12-01&until=2027-01-15'),
  addSchoolDay: {
    path: () => '/school-days',
    body: () => ({ kind: 'event', title: 'Voorleesontbijt', from: '2027-01-20' }),
  },
  getSchoolDay: { path: ({ schoolDay }) => `/school-days/${schoolDay}` },
  removeSchoolDay: { path: ({ dayToGo }) => `/school-days/${dayToGo}` },
  listHandovers: plain('/handovers'),
  getHandover: { path: ({ handover }) => `/handovers/${handover}` },
  listPartings: plain('/partings'),
  getRound: plain('/round'),
  listRoundLines: plain('/round/lines', '?limit=4'),
  listSignals: plain('/signals'),
  listCircles: plain('/circles'),
  listRoleCards: plain('/role-cards'),
  listPlaybooks: plain('/playbooks'),
  getPlaybook: { path: ({ playbook }) => `/playbooks/${playbook}` },
  listOccasions: plain('/occasions'),
  getOccasion: { path: ({ occasion }) => `/occasions/${occasion}` },
}
