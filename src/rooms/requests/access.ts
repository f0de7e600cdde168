import { and, eq, exists, gt, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, guest, holds, keeper, me, member, myKey, myOrganisation } from '#kit/db/policy.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { colleagues, isColleague, memberships } from '#rooms/people/door.ts'
import { faces, mayTendNetwork, networkKeepers, relations } from '#rooms/relations/door.ts'
import type { Party } from './rules.ts'
import {
  type MomentKind,
  type Request,
  requestLinks,
  requestMoments,
  requests,
  requestVisits,
  type Side,
} from './tables.ts'

// In a policy a word stands as it is: a migration has no places to fill in.
const oneOf = (words: readonly (MomentKind | Side | `requests.${string}`)[]) =>
  sql.raw(`in (${words.map((word) => `'${word}'`).join(', ')})`)

const keeps = { for: 'all', to: keeper, using: always, withCheck: always } as const
const ours = and(eq(requests.schoolId, myOrganisation), holds(colleagues)) as SQL
const line = (condition: SQL) =>
  exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${requests.schoolId}
    and ${relations.id} = ${requests.relationId} and ${condition})`)
const onMyLine = line(or(eq(relations.ownerId, me), eq(relations.deputyId, me)) as SQL)
const toMyOrganisation = line(eq(relations.organisationId, myOrganisation))
// What one asks a colleague stays between the two; what the school asks a partner is seen by who tends that line.
const onOurSide = and(
  ours,
  or(
    eq(requests.askedBy, me),
    eq(requests.personId, me),
    and(isNotNull(requests.relationId), or(holds(networkKeepers), onMyLine)),
  ),
) as SQL

export const bothSidesSeeRequests = pgPolicy('both sides see a request', {
  for: 'select',
  to: member,
  using: or(onOurSide, toMyOrganisation) as SQL,
}).link(requests)

const lineLasts = line(or(isNull(relations.until), sql`${relations.until} >= current_date`) as SQL)
const toColleague = exists(sql`(select 1 from ${memberships} where ${memberships.organisationId} = ${requests.schoolId}
  and ${memberships.personId} = ${requests.personId} and ${memberships.personId} <> ${me})`)
export const colleaguesAsk = pgPolicy('colleagues ask', {
  for: 'insert',
  to: member,
  withCheck: and(ours, eq(requests.askedBy, me), or(lineLasts, toColleague)) as SQL,
}).link(requests)
export const keeperTendsRequests = pgPolicy('the keeper tends requests', keeps).link(requests)

// Whoever may see a request may see what happened to it: the policies of requests say who that is.
const ofRequest = (schoolId: AnyPgColumn, requestId: AnyPgColumn, condition: SQL = always) =>
  exists(sql`(select 1 from ${requests} where ${requests.schoolId} = ${schoolId} and ${requests.id} = ${requestId}
    and ${condition})`)
const itsRequest = (condition?: SQL) => ofRequest(requestMoments.schoolId, requestMoments.requestId, condition)
const byAsking = and(
  sql`${requestMoments.side} ${oneOf(['asking'])}`,
  sql`${requestMoments.kind} ${oneOf(['asked', 'asked_on', 'done', 'withdrawn', 'rerouted', 'note'])}`,
  itsRequest(and(eq(requests.schoolId, myOrganisation), sql`${requests.personId} is distinct from ${me}`)),
) as SQL
const whatIsAnswered = ['seen', 'accepted', 'declined', 'answered', 'done', 'note'] as const
const byAsked = and(
  sql`${requestMoments.side} ${oneOf(['asked'])}`,
  sql`${requestMoments.kind} ${oneOf(whatIsAnswered)}`,
  itsRequest(or(eq(requests.personId, me), ne(requests.schoolId, myOrganisation))),
) as SQL

// A colleague who is asked sends it on; who asks it next is written by the keeper.
const sendsOn = and(
  sql`${requestMoments.side} ${oneOf(['asked'])}`,
  sql`${requestMoments.kind} ${oneOf(['rerouted'])}`,
  itsRequest(and(eq(requests.personId, me), eq(requests.schoolId, myOrganisation))),
) as SQL

export const bothSidesSeeMoments = pgPolicy('both sides see what happened', {
  for: 'select',
  to: member,
  using: itsRequest(),
}).link(requestMoments)
export const bothSidesAct = pgPolicy('each side does its own part', {
  for: 'insert',
  to: member,
  withCheck: and(eq(requestMoments.personId, me), isNull(requestMoments.linkId), or(byAsking, byAsked, sendsOn)) as SQL,
}).link(requestMoments)
export const keeperTendsMoments = pgPolicy('the keeper tends what happened', keeps).link(requestMoments)

// The school that asks sees to whom a link went, and may end it; links are made by the keeper, who sends the letter.
const ourLink = and(
  eq(requestLinks.schoolId, myOrganisation),
  ofRequest(requestLinks.schoolId, requestLinks.requestId, sql`${requests.personId} is distinct from ${me}`),
) as SQL
export const weSeeOurLinks = pgPolicy('we see our links', { for: 'select', to: member, using: ourLink }).link(
  requestLinks,
)
export const weEndOurLinks = pgPolicy('we end our links', {
  for: 'update',
  to: member,
  using: ourLink,
  withCheck: and(ourLink, isNotNull(requestLinks.revokedAt)) as SQL,
}).link(requestLinks)
export const keeperTendsLinks = pgPolicy('the keeper tends links', keeps).link(requestLinks)

// A guest holds a key: of a link, of a reply address, or of a visit that was proved by a code. It opens what that key
// is for and nothing beside it. A link that has run out shows that it has, so that a new one can be asked for.
const visitedMail = sql`(select ${requestVisits.mail} from ${requestVisits} where ${requestVisits.visitDigest} = ${myKey}
  and ${requestVisits.provedAt} is not null and ${requestVisits.expiresAt} > now())`
const myLinks = and(
  isNull(requestLinks.revokedAt),
  or(
    eq(requestLinks.tokenDigest, myKey),
    eq(requestLinks.replyDigest, myKey),
    sql`${requestLinks.mail} in ${visitedMail}`,
  ),
) as SQL
export const guestsSeeTheirLink = pgPolicy('guests see the link they hold', {
  for: 'select',
  to: guest,
  using: myLinks,
}).link(requestLinks)

// Of the face behind her link and its line she sees whether they still last, and no more (db/ground/grants.sql).
const herFace = sql`${requestLinks.schoolId} = ${faces.schoolId} and ${requestLinks.faceId} = ${faces.id}`
export const guestsSeeTheirFace = pgPolicy('a link shows how long its face is there', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${requestLinks} where ${herFace})`),
}).link(faces)
export const guestsSeeTheirLine = pgPolicy('a link shows how long its line lasts', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${requestLinks} join ${faces} on ${herFace}
    where ${faces.schoolId} = ${relations.schoolId} and ${faces.relationId} = ${relations.id})`),
}).link(relations)
const hasEnded = exists(sql`(select 1 from ${faces} join ${relations} on ${relations.schoolId} = ${faces.schoolId}
  and ${relations.id} = ${faces.relationId} where ${herFace}
  and (${faces.leftOn} <= current_date or ${relations.until} < current_date))`)
// A colleague without an account is asked by link too: of her membership it shows how long it lasts, and no more.
const herPlace = sql`${requestLinks.schoolId} = ${memberships.organisationId} and ${requestLinks.personId} = ${memberships.personId}`
export const guestsSeeTheirPlace = pgPolicy('a link shows how long its colleague works here', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${requestLinks} where ${herPlace})`),
}).link(memberships)
const isHere = or(
  isNull(requestLinks.personId),
  exists(sql`(select 1 from ${memberships} where ${herPlace}
    and (${memberships.until} is null or ${memberships.until} >= current_date))`),
) as SQL
const opens = (schoolId: AnyPgColumn, requestId: AnyPgColumn, condition: SQL = always) =>
  exists(sql`(select 1 from ${requestLinks} where ${requestLinks.schoolId} = ${schoolId}
    and ${requestLinks.requestId} = ${requestId} and ${requestLinks.revokedAt} is null
    and ${gt(requestLinks.expiresAt, sql`now()`)} and not ${hasEnded} and ${isHere}
    and ${condition})`)
export const guestsSeeTheirRequest = pgPolicy('a link opens one request', {
  for: 'select',
  to: guest,
  using: opens(requests.schoolId, requests.id),
}).link(requests)
export const guestsSeeWhatHappened = pgPolicy('a link shows what happened to it', {
  for: 'select',
  to: guest,
  using: opens(requestMoments.schoolId, requestMoments.requestId),
}).link(requestMoments)
export const guestsAnswer = pgPolicy('a link answers one request', {
  for: 'insert',
  to: guest,
  withCheck: and(
    sql`${requestMoments.side} ${oneOf(['asked'])}`,
    isNull(requestMoments.personId),
    sql`${requestMoments.kind} ${oneOf(whatIsAnswered)}`,
    opens(requestMoments.schoolId, requestMoments.requestId, sql`${requestLinks.id} = ${requestMoments.linkId}`),
  ) as SQL,
}).link(requestMoments)

// A code is asked for with a link. To whom it goes is not the guest's to say: the keeper takes the address from that very
// link. (A policy here that read the links, whose own policy reads this table, would go round in circles.)
export const guestsAskForCode = pgPolicy('a link asks for a code', {
  for: 'insert',
  to: guest,
  withCheck: and(
    eq(requestVisits.linkDigest, myKey),
    isNull(requestVisits.visitDigest),
    isNull(requestVisits.mail),
    isNull(requestVisits.provedAt),
  ) as SQL,
}).link(requestVisits)
const myVisit = or(eq(requestVisits.keyDigest, myKey), eq(requestVisits.visitDigest, myKey)) as SQL
export const guestsSeeTheirVisit = pgPolicy('guests see their own visit', {
  for: 'select',
  to: guest,
  using: myVisit,
}).link(requestVisits)
export const guestsTryTheirCode = pgPolicy('guests try their code', {
  for: 'update',
  to: guest,
  using: myVisit,
  withCheck: and(myVisit, or(isNull(requestVisits.provedAt), eq(requestVisits.visitDigest, myKey))) as SQL,
}).link(requestVisits)
export const keeperTendsVisits = pgPolicy('the keeper tends visits', keeps).link(requestVisits)

// Letters that a guest's deed asks for are written by the keeper: here stands only which.
export const guestsPutWorkReady = pgPolicy('guests put letters about requests ready', {
  for: 'insert',
  to: guest,
  withCheck: and(
    sql`${myKey} is not null`,
    sql`${outbox.kind} ${oneOf(['requests.tell', 'requests.link', 'requests.code'])}`,
  ) as SQL,
}).link(outbox)

type Seen = Pick<Request, 'schoolId' | 'askedBy' | 'personId' | 'relationId'> & {
  organisationId: string | null
  ownerId: string | null
  deputyId: string | null
}
/** On which side of a request somebody stands; nowhere means that she does not see it. */
export function partyOf(actor: Actor, request: Seen): Party | undefined {
  if (request.schoolId !== actor.organisationId)
    return request.organisationId !== null && request.organisationId === actor.organisationId ? 'asked' : undefined
  if (!isColleague(actor)) return undefined
  if (request.personId === actor.personId) return 'asked'
  if (request.askedBy === actor.personId) return 'asking'
  const tends = mayTendNetwork(actor) || request.ownerId === actor.personId || request.deputyId === actor.personId
  return request.relationId !== null && tends ? 'asking' : undefined
}
