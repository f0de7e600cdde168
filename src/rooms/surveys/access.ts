import { and, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, guest, holds, keeper, me, member, myKey, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague, memberships } from '#rooms/people/door.ts'
import { mayTendNetwork } from '#rooms/relations/door.ts'
import { type Poll, pollBoxes, polls, pollVoters, pollVotes } from './tables.ts'

const keeps = { for: 'all', to: keeper, using: always, withCheck: always } as const
const ours = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL

/** Who asks the whole team how work goes. */
export const sounders = ['directeur', 'teamleider'] as const
export const maySound = (actor: Actor) => actor.roles.some((role) => (sounders as readonly string[]).includes(role))

// Polls are closed, and their totals written, by the keeper alone: nobody looks in the box by closing it early.
export const weSeeOurPolls = pgPolicy('we see our polls', {
  for: 'select',
  to: member,
  using: ours(polls.schoolId),
}).link(polls)
export const colleaguesAskTheTeam = pgPolicy('colleagues ask the team', {
  for: 'insert',
  to: member,
  withCheck: and(
    ours(polls.schoolId),
    eq(polls.askedBy, me),
    isNull(polls.closedOn),
    isNull(polls.yes),
    isNull(polls.doubt),
    isNull(polls.no),
    isNull(polls.sheet),
    or(sql`${polls.kind} <> 'sounding'`, holds(sounders)),
  ) as SQL,
}).link(polls)
export const keeperTendsPolls = pgPolicy('the keeper tends polls', keeps).link(polls)

const ofMine = (schoolId: AnyPgColumn, pollId: AnyPgColumn, kind: 'open' | 'totals') =>
  sql`exists (select 1 from ${polls} where ${polls.schoolId} = ${schoolId} and ${polls.id} = ${pollId}
    and ${polls.closedOn} is null and ${polls.kind} in (${sql.raw(`'${kind}'`)}))`
const askedByMe = (schoolId: AnyPgColumn, pollId: AnyPgColumn) =>
  sql`exists (select 1 from ${polls} where ${polls.schoolId} = ${schoolId} and ${polls.id} = ${pollId}
    and ${polls.askedBy} = ${me} and ${polls.closedOn} is null)`

export const weSeeWhoVotes = pgPolicy('we see who votes', {
  for: 'select',
  to: member,
  using: ours(pollVoters.schoolId),
}).link(pollVoters)
export const askersNameVoters = pgPolicy('askers name who votes', {
  for: 'insert',
  to: member,
  withCheck: and(
    ours(pollVoters.schoolId),
    askedByMe(pollVoters.schoolId, pollVoters.pollId),
    sql`not ${pollVoters.voted}`,
  ) as SQL,
}).link(pollVoters)
const myVoice = and(ours(pollVoters.schoolId), eq(pollVoters.personId, me)) as SQL
export const oneVotesOneself = pgPolicy('one votes oneself', {
  for: 'update',
  to: member,
  using: and(myVoice, sql`not ${pollVoters.voted}`) as SQL,
  withCheck: and(myVoice, pollVoters.voted) as SQL,
}).link(pollVoters)
export const keeperTendsVoters = pgPolicy('the keeper tends who votes', keeps).link(pollVoters)

export const weSeeOpenVotes = pgPolicy('we see open votes', {
  for: 'select',
  to: member,
  using: ours(pollVotes.schoolId),
}).link(pollVotes)
const iMayVote = (schoolId: AnyPgColumn, pollId: AnyPgColumn) =>
  sql`exists (select 1 from ${pollVoters} where ${pollVoters.schoolId} = ${schoolId}
    and ${pollVoters.pollId} = ${pollId} and ${pollVoters.personId} = ${me})`
export const oneVotesOpenly = pgPolicy('one votes openly', {
  for: 'insert',
  to: member,
  withCheck: and(
    ours(pollVotes.schoolId),
    eq(pollVotes.personId, me),
    iMayVote(pollVotes.schoolId, pollVotes.pollId),
    ofMine(pollVotes.schoolId, pollVotes.pollId, 'open'),
  ) as SQL,
}).link(pollVotes)
export const keeperTendsVotes = pgPolicy('the keeper tends open votes', keeps).link(pollVotes)

export const votersReachTheBox = pgPolicy('voters reach the box', {
  for: 'select',
  to: member,
  using: and(ours(pollBoxes.schoolId), iMayVote(pollBoxes.schoolId, pollBoxes.pollId)) as SQL,
}).link(pollBoxes)
export const votersFillTheBox = pgPolicy('voters fill the box', {
  for: 'update',
  to: member,
  using: and(ours(pollBoxes.schoolId), iMayVote(pollBoxes.schoolId, pollBoxes.pollId)) as SQL,
}).link(pollBoxes)
export const askersSetTheBox = pgPolicy('askers set an empty box', {
  for: 'insert',
  to: member,
  withCheck: and(ours(pollBoxes.schoolId), askedByMe(pollBoxes.schoolId, pollBoxes.pollId)) as SQL,
}).link(pollBoxes)
export const keeperTendsBoxes = pgPolicy('the keeper tends boxes', keeps).link(pollBoxes)

// Who comes by her link: her own voice; and, while she works here, the poll it is for and what that poll takes. (That her
// voice is given on that ground too is held by a trigger, db/ground/guards.sql: the policy of memberships below asks for her
// voice, so that a policy there would go in circles.)
const works = sql`exists (select 1 from ${memberships} where ${memberships.organisationId} = ${pollVoters.schoolId}
    and ${memberships.personId} = ${pollVoters.personId}
    and (${memberships.until} is null or ${memberships.until} >= current_date))`
const byLink = (schoolId: AnyPgColumn, pollId: AnyPgColumn) =>
  sql`exists (select 1 from ${pollVoters} where ${pollVoters.schoolId} = ${schoolId} and ${pollVoters.pollId} = ${pollId}
    and ${pollVoters.tokenDigest} = ${myKey} and ${works})`
export const guestsSeeWhetherTheyWorkHere = pgPolicy('a link to vote shows whether she works here', {
  for: 'select',
  to: guest,
  using: sql`exists (select 1 from ${pollVoters} where ${pollVoters.schoolId} = ${memberships.organisationId}
    and ${pollVoters.personId} = ${memberships.personId} and ${pollVoters.tokenDigest} = ${myKey})`,
}).link(memberships)
export const guestsSeeTheirVoice = pgPolicy('a link shows one voice', {
  for: 'select',
  to: guest,
  using: eq(pollVoters.tokenDigest, myKey),
}).link(pollVoters)
export const guestsVoteOnce = pgPolicy('a link votes once', {
  for: 'update',
  to: guest,
  using: and(eq(pollVoters.tokenDigest, myKey), sql`not ${pollVoters.voted}`) as SQL,
  withCheck: and(eq(pollVoters.tokenDigest, myKey), pollVoters.voted) as SQL,
}).link(pollVoters)
export const guestsSeeTheirPoll = pgPolicy('a link shows one poll', {
  for: 'select',
  to: guest,
  using: byLink(polls.schoolId, polls.id),
}).link(polls)
export const guestsVoteOpenly = pgPolicy('a link votes openly', {
  for: 'insert',
  to: guest,
  withCheck: and(
    sql`exists (select 1 from ${pollVoters} where ${pollVoters.schoolId} = ${pollVotes.schoolId}
      and ${pollVoters.pollId} = ${pollVotes.pollId} and ${pollVoters.personId} = ${pollVotes.personId}
      and ${pollVoters.tokenDigest} = ${myKey} and ${works})`,
    ofMine(pollVotes.schoolId, pollVotes.pollId, 'open'),
  ) as SQL,
}).link(pollVotes)
export const guestsReachTheBox = pgPolicy('a link reaches the box', {
  for: 'select',
  to: guest,
  using: byLink(pollBoxes.schoolId, pollBoxes.pollId),
}).link(pollBoxes)
export const guestsFillTheBox = pgPolicy('a link fills the box', {
  for: 'update',
  to: guest,
  using: and(byLink(pollBoxes.schoolId, pollBoxes.pollId), isNotNull(pollBoxes.sealed)) as SQL,
}).link(pollBoxes)

/** Whoever asked, and who tends the network, may close it sooner. */
export const mayClose = (actor: Actor, poll: Pick<Poll, 'askedBy' | 'kind'>) =>
  isColleague(actor) &&
  (poll.kind === 'sounding' ? maySound(actor) : mayTendNetwork(actor) || poll.askedBy === actor.personId)
