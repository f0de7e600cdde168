import { and, eq, exists, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, managers, memberships } from '#rooms/people/door.ts'
import { faces, networkKeepers, relations } from '#rooms/relations/door.ts'
import { invitations, setups } from './tables.ts'

const ours = and(eq(invitations.organisationId, myOrganisation), holds(managers)) as SQL

// Whoever answers the letter becomes this person, so it must be one of our own.
const ofOurs = or(
  isNull(invitations.personId),
  exists(sql`(select 1 from ${memberships} where ${memberships.organisationId} = ${invitations.organisationId}
    and ${memberships.personId} = ${invitations.personId})`),
)

export const managersInvite = pgPolicy('managers invite', {
  for: 'all',
  to: member,
  using: ours,
  withCheck: and(ours, ofOurs) as SQL,
}).link(invitations)
const iHoldItsLine = exists(sql`(select 1 from ${faces} join ${relations} on ${relations.schoolId} = ${faces.schoolId}
  and ${relations.id} = ${faces.relationId} where ${faces.schoolId} = ${invitations.organisationId}
  and ${faces.id} = ${invitations.faceId} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`)
const ourFaces = and(
  eq(invitations.organisationId, myOrganisation),
  isNotNull(invitations.faceId),
  holds(colleagues),
  or(holds(networkKeepers), iHoldItsLine),
) as SQL

export const holdersInviteFaces = pgPolicy('who tends a line invites its faces', {
  for: 'all',
  to: member,
  using: ourFaces,
  withCheck: ourFaces,
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
