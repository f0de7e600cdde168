import { and, eq, exists, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy } from 'drizzle-orm/pg-core'
import { guest, me, member, myKey } from '#kit/db/policy.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { kept, ours, tended, withUs } from '../access.ts'
import { tableLinks, tableSides } from './tables.ts'

const { schoolId, relationId } = tableSides
export const bothSidesSeeTheTable = pgPolicy('both sides see the table', {
  for: 'select',
  to: member,
  using: or(ours(schoolId), withUs(schoolId, relationId)) as SQL,
}).link(tableSides)

// Each side fills in its own column: the school who tends the line, the partner who speaks for it.
const myColumn = or(
  and(sql`${tableSides.side} = 'school'`, tended(schoolId, relationId)),
  and(sql`${tableSides.side} = 'partner'`, withUs(schoolId, relationId)),
) as SQL
const byMe = and(myColumn, eq(tableSides.personId, me)) as SQL
export const eachSideSitsDown = pgPolicy('each side sits down on its own', {
  for: 'insert',
  to: member,
  withCheck: byMe,
}).link(tableSides)
export const eachSideSitsDownAgain = pgPolicy('each side takes its own column away', {
  for: 'delete',
  to: member,
  using: myColumn,
}).link(tableSides)
export const keeperTendsTables = kept(tableSides, 'tables')

export const weSeeTableLinks = pgPolicy('we see who got a link to a table', {
  for: 'select',
  to: member,
  using: ours(tableLinks.schoolId),
}).link(tableLinks)
export const weEndTableLinks = pgPolicy('who tends the line ends a link to its table', {
  for: 'delete',
  to: member,
  using: tended(tableLinks.schoolId, tableLinks.relationId),
}).link(tableLinks)
export const keeperTendsTableLinks = kept(tableLinks, 'links to a table')

// Whoever holds a link sits at one table, on the partner's side, while it lasts.
export const guestsSeeTheirTableLink = pgPolicy('guests see the table link they hold', {
  for: 'select',
  to: guest,
  using: and(eq(tableLinks.tokenDigest, myKey), gt(tableLinks.expiresAt, sql`now()`)) as SQL,
}).link(tableLinks)
// Of the line and the face behind her link she sees whether they still last, and no more (db/ground/grants.sql).
const myLink = (is: SQL) =>
  exists(sql`(select 1 from ${tableLinks} where ${tableLinks.tokenDigest} = ${myKey} and ${is})`)
export const guestsSeeTheirLine = pgPolicy('a table link shows how long its line lasts', {
  for: 'select',
  to: guest,
  using: myLink(sql`${tableLinks.schoolId} = ${relations.schoolId} and ${tableLinks.relationId} = ${relations.id}`),
}).link(relations)
export const guestsSeeTheirFace = pgPolicy('a table link shows how long its face is there', {
  for: 'select',
  to: guest,
  using: myLink(sql`${tableLinks.schoolId} = ${faces.schoolId} and ${tableLinks.faceId} = ${faces.id}`),
}).link(faces)
/** The line goes on and whoever got the link has not left: else it opens nothing, on the day itself. */
export const stillLasts = sql`exists (select 1 from ${relations} where ${relations.schoolId} = ${tableLinks.schoolId}
    and ${relations.id} = ${tableLinks.relationId} and (${relations.until} is null or ${relations.until} >= current_date))
  and not exists (select 1 from ${faces} where ${faces.schoolId} = ${tableLinks.schoolId}
    and ${faces.id} = ${tableLinks.faceId} and ${faces.leftOn} <= current_date)`
/** A row about the table that a guest's link opens, while it lasts. */
export const atMyTable = (school: AnyPgColumn, relation: AnyPgColumn) =>
  myLink(sql`${tableLinks.schoolId} = ${school} and ${tableLinks.relationId} = ${relation}
    and ${gt(tableLinks.expiresAt, sql`now()`)} and ${stillLasts}`)
const myTable = atMyTable(schoolId, relationId)
export const guestsSeeTheirTable = pgPolicy('a link opens one table', {
  for: 'select',
  to: guest,
  using: myTable,
}).link(tableSides)
const guestsColumn = and(sql`${tableSides.side} = 'partner'`, myTable) as SQL
export const guestsSitDown = pgPolicy('a link fills in the partner’s column', {
  for: 'insert',
  to: guest,
  withCheck: and(guestsColumn, isNull(tableSides.personId)) as SQL,
}).link(tableSides)
export const guestsSitDownAgain = pgPolicy('a link takes the partner’s column away', {
  for: 'delete',
  to: guest,
  using: guestsColumn,
}).link(tableSides)
