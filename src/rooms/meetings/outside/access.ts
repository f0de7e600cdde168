import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy } from 'drizzle-orm/pg-core'
import { always, guest, holds, keeper, me, member, myKey, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, memberships } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { meetingLinks, meetings } from '../tables.ts'

/** Whoever comes by a personal link: her own link, and whether she still belongs to the school or the partner. */
export const linksShowThemselves = pgPolicy('a link to a meeting shows itself', {
  for: 'select',
  to: guest,
  using: eq(meetingLinks.tokenDigest, myKey),
}).link(meetingLinks)
// How many were asked is counted for the school; whose links they are, and the digests, no member sees (grants.sql).
export const colleaguesCountLinks = pgPolicy('colleagues count links to meetings', {
  for: 'select',
  to: member,
  using: and(eq(meetingLinks.schoolId, myOrganisation), holds(colleagues)) as SQL,
}).link(meetingLinks)
export const makersGiveLinks = pgPolicy('makers give links', {
  for: 'insert',
  to: member,
  withCheck: exists(sql`(select 1 from ${meetings} where ${meetings.schoolId} = ${meetingLinks.schoolId}
    and ${meetings.id} = ${meetingLinks.meetingId} and ${meetings.madeBy} = ${me})`),
}).link(meetingLinks)
export const keeperTendsMeetingLinks = pgPolicy('the keeper tends links to meetings', {
  ...{ for: 'all', to: keeper, using: always, withCheck: always },
}).link(meetingLinks)

// Of who she is these lines show whether that lasts, and no more (db/ground/grants.sql).
const hers = sql`${meetingLinks.schoolId} = ${memberships.organisationId} and ${meetingLinks.personId} = ${memberships.personId}`
const herFace = sql`${meetingLinks.schoolId} = ${faces.schoolId} and ${meetingLinks.faceId} = ${faces.id}`
const herLine = sql`${faces.schoolId} = ${relations.schoolId} and ${faces.relationId} = ${relations.id}`
export const linksShowWhoWorksHere = pgPolicy('a link to a meeting shows whether she works here', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${meetingLinks} where ${hers} and ${meetingLinks.tokenDigest} = ${myKey})`),
}).link(memberships)
export const linksShowTheirFace = pgPolicy('a link to a meeting shows how long its face is there', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${meetingLinks} where ${herFace} and ${meetingLinks.tokenDigest} = ${myKey})`),
}).link(faces)
export const linksShowTheirLine = pgPolicy('a link to a meeting shows how long its line lasts', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${meetingLinks} join ${faces} on ${herFace}
    where ${herLine} and ${meetingLinks.tokenDigest} = ${myKey})`),
}).link(relations)

const works = sql`exists (select 1 from ${memberships} where ${hers}
    and (${memberships.until} is null or ${memberships.until} >= current_date))`
const comesAlong = sql`exists (select 1 from ${faces} join ${relations} on ${herLine} where ${herFace}
    and (${faces.leftOn} is null or ${faces.leftOn} > current_date)
    and (${relations.until} is null or ${relations.until} >= current_date))`

/** The key she came with is of somebody invited to this, who has not left and whose line has not ended. */
export const myLinkLasts = (schoolId: AnyPgColumn, meetingId: AnyPgColumn, inviteeId?: AnyPgColumn) =>
  exists(sql`(select 1 from ${meetingLinks} where ${meetingLinks.schoolId} = ${schoolId}
    and ${meetingLinks.meetingId} = ${meetingId} ${inviteeId ? sql`and ${meetingLinks.id} = ${inviteeId} ` : sql``}and ${meetingLinks.tokenDigest} = ${myKey}
    and ${meetingLinks.endedAt} is null and (${meetingLinks.personId} is null or ${works})
    and (${meetingLinks.faceId} is null or ${comesAlong}))`)
