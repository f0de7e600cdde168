import { and, eq, type SQL } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, member, myOrganisation } from '#kit/db/policy.ts'
import { managers } from '#rooms/people/door.ts'
import { invitations, setups } from './tables.ts'

const ours = and(eq(invitations.organisationId, myOrganisation), holds(managers)) as SQL

export const managersInvite = pgPolicy('managers invite', {
  for: 'all',
  to: member,
  using: ours,
  withCheck: ours,
}).link(invitations)
/** Somebody who holds a token is nobody yet: the keeper looks it up and lets her in. */
export const keeperLetsIn = pgPolicy('the keeper lets in', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(invitations)
export const keeperSetsUp = pgPolicy('the keeper sets up', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(setups)
