import { and, eq, exists, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, guest, holds, keeper, me, member, myKey, myOrganisation } from '#kit/db/policy.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { colleagues } from '#rooms/people/door.ts'
import { myLinkLasts } from './outside/access.ts'
import {
  type Meeting,
  meetingAddresses,
  meetingAnswers,
  meetingDates,
  meetingInvitees,
  meetingOptions,
  meetings,
} from './tables.ts'

const keeps = { for: 'all', to: keeper, using: always, withCheck: always } as const
const ours = and(eq(meetings.schoolId, myOrganisation), holds(colleagues)) as SQL
const iMadeIt = eq(meetings.madeBy, me)
const mine = and(ours, iMadeIt) as SQL
const invitesMe = sql`${meetings.invited} @> array[${me}]`
const wasAsked = isNotNull(meetings.askedAt)
const takesAnswers = and(wasAsked, isNull(meetings.startsAt), isNull(meetings.cancelledAt)) as SQL

// Who makes it and who is invited see a meeting; the others in the school once it has a moment, for it takes a room.
export const weSeeMeetings = pgPolicy('makers, invited and, once fixed, colleagues see a meeting', {
  for: 'select',
  to: member,
  using: and(ours, or(iMadeIt, and(invitesMe, wasAsked), isNotNull(meetings.startsAt))) as SQL,
}).link(meetings)
export const colleaguesMakeMeetings = pgPolicy('colleagues make a meeting', {
  for: 'insert',
  to: member,
  withCheck: mine,
}).link(meetings)
export const makersChangeMeetings = pgPolicy('makers change their meeting', {
  for: 'update',
  to: member,
  using: mine,
  withCheck: mine,
}).link(meetings)
export const makersDropDrafts = pgPolicy('makers drop what was never asked', {
  for: 'delete',
  to: member,
  using: and(mine, isNull(meetings.askedAt)) as SQL,
}).link(meetings)
// A month after it was, or was called off, no link opens it any more.
const isRecent = sql`coalesce(${meetings.cancelledAt}, ${meetings.overAt}, ${meetings.endsAt}, now()) > now() - interval '30 days'`
export const linksShowOneMeeting = pgPolicy('a link shows one meeting', {
  for: 'select',
  to: guest,
  using: and(wasAsked, isRecent, myLinkLasts(meetings.schoolId, meetings.id)) as SQL,
}).link(meetings)
export const keeperTendsMeetings = pgPolicy('the keeper tends meetings', keeps).link(meetings)

type Part = { schoolId: AnyPgColumn; meetingId: AnyPgColumn }
/** It belongs to a meeting that one sees and for which this holds. */
const ofMeeting = ({ schoolId, meetingId }: Part, condition: SQL = always) =>
  exists(sql`(select 1 from ${meetings} where ${meetings.schoolId} = ${schoolId} and ${meetings.id} = ${meetingId}
    and ${condition})`)
/** What makers may do with the parts of their own meeting. */
const makersMay = (table: PgTable & Part, verb: 'insert' | 'update' | 'delete', what: string) => {
  const rule = ofMeeting(table, iMadeIt)
  return pgPolicy(`makers ${verb} ${what}`, {
    for: verb,
    to: member,
    ...(verb === 'insert' ? {} : { using: rule }),
    ...(verb === 'delete' ? {} : { withCheck: rule }),
  }).link(table)
}

const shownToMe = or(iMadeIt, and(invitesMe, meetings.showsAnswers)) as SQL
export const weSeeInvitees = pgPolicy('we see who is invited where that is shown', {
  for: 'select',
  to: member,
  using: or(
    and(eq(meetingInvitees.personId, me), ofMeeting(meetingInvitees)),
    ofMeeting(meetingInvitees, shownToMe),
  ) as SQL,
}).link(meetingInvitees)
export const makersInvite = makersMay(meetingInvitees, 'insert', 'who is invited')
export const makersSayWhoMust = makersMay(meetingInvitees, 'update', 'who is invited')
export const makersLeaveOut = makersMay(meetingInvitees, 'delete', 'who is invited')
export const linksShowInvitees = pgPolicy('a link shows who is invited where that is shown', {
  for: 'select',
  to: guest,
  using: ofMeeting(
    meetingInvitees,
    or(
      sql`${meetings.showsAnswers}`,
      myLinkLasts(meetingInvitees.schoolId, meetingInvitees.meetingId, meetingInvitees.id),
    ) as SQL,
  ),
}).link(meetingInvitees)
const isMyLink = myLinkLasts(meetingInvitees.schoolId, meetingInvitees.meetingId, meetingInvitees.id)
// Nothing but the language she reads (db/ground/grants.sql).
export const linksSayLanguage = pgPolicy('a link says in which language it is read', {
  for: 'update',
  to: guest,
  using: isMyLink,
  withCheck: isMyLink,
}).link(meetingInvitees)
export const keeperTendsInvitees = pgPolicy('the keeper tends who is invited', keeps).link(meetingInvitees)

export const makersSeeAddresses = pgPolicy('makers see addresses', {
  for: 'select',
  to: member,
  using: ofMeeting(meetingAddresses, iMadeIt),
}).link(meetingAddresses)
export const makersAddAddresses = makersMay(meetingAddresses, 'insert', 'addresses')
export const keeperTendsAddresses = pgPolicy('the keeper tends addresses', keeps).link(meetingAddresses)

const mayAdd = and(takesAnswers, sql`${meetings.takesOptions}`) as SQL
export const weSeeOptions = pgPolicy('we see the moments offered', {
  for: 'select',
  to: member,
  using: ofMeeting(meetingOptions, or(iMadeIt, invitesMe) as SQL),
}).link(meetingOptions)
export const weOffer = pgPolicy('makers offer moments, and who is invited where she may', {
  for: 'insert',
  to: member,
  withCheck: ofMeeting(meetingOptions, or(iMadeIt, and(invitesMe, mayAdd)) as SQL),
}).link(meetingOptions)
export const makersWithdrawOptions = makersMay(meetingOptions, 'delete', 'moments')
export const linksShowOptions = pgPolicy('a link shows the moments offered', {
  for: 'select',
  to: guest,
  using: ofMeeting(meetingOptions),
}).link(meetingOptions)
export const linksOffer = pgPolicy('a link offers a moment where it may', {
  for: 'insert',
  to: guest,
  withCheck: ofMeeting(meetingOptions, mayAdd),
}).link(meetingOptions)
export const keeperTendsOptions = pgPolicy('the keeper tends moments', keeps).link(meetingOptions)

export const weSeeDates = pgPolicy('we see the dates of a series', {
  for: 'select',
  to: member,
  using: ofMeeting(meetingDates),
}).link(meetingDates)
export const makersPlanDates = makersMay(meetingDates, 'insert', 'the dates of a series')
export const makersMoveDates = makersMay(meetingDates, 'update', 'the dates of a series')
export const linksShowDates = pgPolicy('a link shows the dates of a series', {
  for: 'select',
  to: guest,
  using: ofMeeting(meetingDates),
}).link(meetingDates)
export const keeperTendsDates = pgPolicy('the keeper tends the dates of a series', keeps).link(meetingDates)

const whose = (condition: SQL) =>
  exists(sql`(select 1 from ${meetingInvitees} where ${meetingInvitees.schoolId} = ${meetingAnswers.schoolId}
    and ${meetingInvitees.meetingId} = ${meetingAnswers.meetingId} and ${meetingInvitees.id} = ${meetingAnswers.inviteeId}
    and ${condition})`)
const myOwn = whose(eq(meetingInvitees.personId, me))
const byMyLink = myLinkLasts(meetingAnswers.schoolId, meetingAnswers.meetingId, meetingAnswers.inviteeId)
const stillOpen = ofMeeting(meetingAnswers, takesAnswers)
export const weSeeAnswers = pgPolicy('we see our own answers, and those that are shown', {
  for: 'select',
  to: member,
  using: or(myOwn, ofMeeting(meetingAnswers, shownToMe)) as SQL,
}).link(meetingAnswers)
export const weAnswer = pgPolicy('one answers oneself', {
  for: 'insert',
  to: member,
  withCheck: and(myOwn, stillOpen) as SQL,
}).link(meetingAnswers)
export const weAnswerAgain = pgPolicy('one answers again', {
  for: 'update',
  to: member,
  using: and(myOwn, stillOpen) as SQL,
  withCheck: and(myOwn, stillOpen) as SQL,
}).link(meetingAnswers)
export const linksShowAnswers = pgPolicy('a link shows its own answers, and those that are shown', {
  for: 'select',
  to: guest,
  using: ofMeeting(meetingAnswers, or(byMyLink, sql`${meetings.showsAnswers}`) as SQL),
}).link(meetingAnswers)
export const linksAnswer = pgPolicy('a link answers for itself', {
  for: 'insert',
  to: guest,
  withCheck: and(byMyLink, stillOpen) as SQL,
}).link(meetingAnswers)
export const linksAnswerAgain = pgPolicy('a link answers again', {
  for: 'update',
  to: guest,
  using: and(byMyLink, stillOpen) as SQL,
  withCheck: and(byMyLink, stillOpen) as SQL,
}).link(meetingAnswers)
export const keeperTendsAnswers = pgPolicy('the keeper tends answers', keeps).link(meetingAnswers)

// An answer by a link may be the last: the keeper looks.
export const linksTell = pgPolicy('a link says that it answered', {
  for: 'insert',
  to: guest,
  withCheck: and(sql`${myKey} is not null`, sql`${outbox.kind} = ${sql.raw("'meetings.answered'")}`) as SQL,
}).link(outbox)

export const isMaker = (actor: Actor, meeting: Pick<Meeting, 'schoolId' | 'madeBy'>) =>
  meeting.schoolId === actor.organisationId && meeting.madeBy === actor.personId
