import { and, eq, exists, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { guest, me, member, myKey } from '#kit/db/policy.ts'
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
const myTable = exists(sql`(select 1 from ${tableLinks} where ${tableLinks.schoolId} = ${tableSides.schoolId}
  and ${tableLinks.relationId} = ${tableSides.relationId} and ${tableLinks.tokenDigest} = ${myKey}
  and ${gt(tableLinks.expiresAt, sql`now()`)})`)
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
