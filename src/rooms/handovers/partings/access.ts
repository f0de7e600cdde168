import { and, eq, exists, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy } from 'drizzle-orm/pg-core'
import { always, guest, holds, keeper, me, member, myKey, myOrganisation } from '#kit/db/policy.ts'
import { outbox } from '#kit/jobs/tables.ts'
import { tableLinks } from '#rooms/agreements/door.ts'
import { colleagues } from '#rooms/people/door.ts'
import { faces, networkKeepers, relations } from '#rooms/relations/door.ts'
import { requestLinks, requests } from '#rooms/requests/door.ts'
import { partingAnswers, partingLinks, partings } from './tables.ts'

const keeps = { for: 'all', to: keeper, using: always, withCheck: always } as const
const ours = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL
const line = (schoolId: AnyPgColumn, relationId: AnyPgColumn, is: SQL) =>
  exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${schoolId} and ${relations.id} = ${relationId}
    and ${is})`)
const { schoolId, relationId, faceId } = partings
const tended = (of: { schoolId: AnyPgColumn; relationId: AnyPgColumn }) =>
  and(
    ours(of.schoolId),
    or(
      holds(networkKeepers),
      line(of.schoolId, of.relationId, or(eq(relations.ownerId, me), eq(relations.deputyId, me)) as SQL),
    ),
  ) as SQL
// The line my organisation has with this school; the policies of lines close it when the line ends.
const withUs = line(schoolId, relationId, eq(relations.organisationId, myOrganisation))
const herFace = exists(sql`(select 1 from ${faces} where ${faces.schoolId} = ${schoolId} and ${faces.id} = ${faceId}
  and ${faces.relationId} = ${relationId})`)
// What is said from the other side waits until the school takes it over.
const notYetOurs = and(
  sql`${partings.saidBy} = 'partner'`,
  ...[isNull(partings.confirmedOn), isNull(partings.successorId), isNull(partings.settledAt)],
) as SQL

export const bothSidesSeePartings = pgPolicy('both sides see who stops', {
  for: 'select',
  to: member,
  using: or(ours(schoolId), withUs) as SQL,
}).link(partings)
export const eachSideSaysWhoStops = pgPolicy('each side says who stops', {
  for: 'insert',
  to: member,
  withCheck: and(
    herFace,
    eq(partings.startedBy, me),
    or(and(sql`${partings.saidBy} = 'school'`, tended(partings)), and(notYetOurs, withUs)),
  ) as SQL,
}).link(partings)
export const holdersSeeToPartings = pgPolicy('who tends the line sees to it', {
  for: 'update',
  to: member,
  using: tended(partings),
  withCheck: tended(partings),
}).link(partings)
export const holdersTakePartingsBack = pgPolicy('who tends the line takes it back', {
  for: 'delete',
  to: member,
  using: tended(partings),
}).link(partings)
export const keeperTendsPartings = pgPolicy('the keeper tends partings', keeps).link(partings)

export const weSeePartingLinks = pgPolicy('we see whom we asked who follows', {
  for: 'select',
  to: member,
  using: ours(partingLinks.schoolId),
}).link(partingLinks)
export const holdersEndPartingLinks = pgPolicy('who tends the line ends the link', {
  for: 'delete',
  to: member,
  using: tended(partingLinks),
}).link(partingLinks)
export const keeperTendsPartingLinks = pgPolicy('the keeper tends links about partings', keeps).link(partingLinks)

// Whoever may see the parting may see what was said of it.
const itsParting = exists(sql`(select 1 from ${partings} where ${partings.schoolId} = ${partingAnswers.schoolId}
  and ${partings.id} = ${partingAnswers.partingId})`)
export const bothSidesSeePartingAnswers = pgPolicy('both sides see who was named', {
  for: 'select',
  to: member,
  using: itsParting,
}).link(partingAnswers)
export const partnersNameSuccessors = pgPolicy('a partner names who follows', {
  for: 'insert',
  to: member,
  withCheck: and(
    eq(partingAnswers.personId, me),
    exists(sql`(select 1 from ${partings} where ${partings.schoolId} = ${partingAnswers.schoolId}
      and ${partings.id} = ${partingAnswers.partingId} and ${withUs})`),
  ) as SQL,
}).link(partingAnswers)
export const keeperTendsPartingAnswers = pgPolicy('the keeper tends who was named', keeps).link(partingAnswers)

// A guest holds a link that asks who follows, or one of her own for something else: with that she says that she stops.
const lasts = (expiresAt: AnyPgColumn) => gt(expiresAt, sql`now()`)
// What she may do with it ends with the line; and whoever has left says no more that she stops, on the day itself.
const lineLasts = line(
  schoolId,
  relationId,
  or(isNull(relations.until), sql`${relations.until} >= current_date`) as SQL,
)
const isThere = exists(sql`(select 1 from ${faces} where ${faces.schoolId} = ${schoolId} and ${faces.id} = ${faceId}
  and ${faces.relationId} = ${relationId} and (${faces.leftOn} is null or ${faces.leftOn} > current_date))`)
const byPartingLink = exists(sql`(select 1 from ${partingLinks} where ${partingLinks.schoolId} = ${schoolId}
  and ${partingLinks.partingId} = ${partings.id} and ${partingLinks.tokenDigest} = ${myKey} and ${lasts(partingLinks.expiresAt)})`)
const byTableLink = exists(sql`(select 1 from ${tableLinks} where ${tableLinks.schoolId} = ${schoolId}
  and ${tableLinks.faceId} = ${faceId} and ${tableLinks.relationId} = ${relationId} and ${tableLinks.tokenDigest} = ${myKey}
  and ${lasts(tableLinks.expiresAt)})`)
const byRequestLink =
  exists(sql`(select 1 from ${requestLinks} join ${requests} on ${requests.schoolId} = ${requestLinks.schoolId}
  and ${requests.id} = ${requestLinks.requestId} where ${requestLinks.schoolId} = ${schoolId} and ${requestLinks.faceId} = ${faceId}
  and ${requests.relationId} = ${relationId} and ${requestLinks.tokenDigest} = ${myKey} and ${requestLinks.revokedAt} is null
  and ${lasts(requestLinks.expiresAt)})`)
export const guestsSeeTheirPartingLink = pgPolicy('guests see the link that asks who follows', {
  for: 'select',
  to: guest,
  using: and(eq(partingLinks.tokenDigest, myKey), lasts(partingLinks.expiresAt)) as SQL,
}).link(partingLinks)
export const guestsSeeTheirParting = pgPolicy('a link shows one parting', {
  for: 'select',
  to: guest,
  using: and(lineLasts, or(byPartingLink, and(isThere, or(byTableLink, byRequestLink)))) as SQL,
}).link(partings)
export const guestsSayTheyStop = pgPolicy('a link says that its holder stops', {
  for: 'insert',
  to: guest,
  withCheck: and(
    ...[notYetOurs, isNull(partings.startedBy), lineLasts, isThere],
    or(byTableLink, byRequestLink),
  ) as SQL,
}).link(partings)
export const guestsNameSuccessors = pgPolicy('a link names who follows', {
  for: 'insert',
  to: guest,
  withCheck: and(isNull(partingAnswers.personId), itsParting) as SQL,
}).link(partingAnswers)
// The letter that somebody was named is written by the keeper: here stands only for which parting.
export const guestsPutPartingsReady = pgPolicy('guests put news of who follows ready', {
  for: 'insert',
  to: guest,
  withCheck: and(sql`${myKey} is not null`, sql`${outbox.kind} in ('handovers.named')`) as SQL,
}).link(outbox)

// Of the line behind the link she sees whether it still lasts, and no more (db/ground/grants.sql).
export const guestsSeePartingLine = pgPolicy('a link about who follows shows how long its line lasts', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${partingLinks} where ${partingLinks.schoolId} = ${relations.schoolId}
    and ${partingLinks.relationId} = ${relations.id} and ${partingLinks.tokenDigest} = ${myKey})`),
}).link(relations)
