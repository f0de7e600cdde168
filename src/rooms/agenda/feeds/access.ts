import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, guest, holds, keeper, me, member, myAccount, myKey, myOrganisation } from '#kit/db/policy.ts'
import { schoolDays, schoolRegions } from '#rooms/days/door.ts'
import { colleagues, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { presences } from '../tables.ts'
import { placements, sessions } from '../week/tables.ts'
import { feeds } from './tables.ts'

// An address shows what its owner may see, so nobody makes, sees or renews one of somebody else. Whoever works at no school
// has addresses of her own visits only.
const mine = and(
  eq(feeds.schoolId, myOrganisation),
  or(holds(colleagues), and(sql`${feeds.kind} = 'visits'`, holds(['partnercontact']))),
  eq(feeds.personId, me),
  eq(feeds.accountId, myAccount),
) as SQL

export const ownFeedsOnly = pgPolicy('everybody tends her own feeds', {
  for: 'all',
  to: member,
  using: mine,
  withCheck: mine,
}).link(feeds)
export const whoBringsAnAddressFindsIt = pgPolicy('who brings an address finds its feed', {
  for: 'select',
  to: guest,
  using: eq(feeds.tokenDigest, myKey),
}).link(feeds)
export const keeperTendsFeeds = pgPolicy('the keeper tends feeds', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(feeds)

// Whoever is expected at a school may know in which room, and on which days the school is closed: no other room or day.
const servesSchool = (schoolId: AnyPgColumn) =>
  sql`exists (select 1 from ${relations} where ${relations.schoolId} = ${schoolId} and ${relations.organisationId} = ${myOrganisation})`
export const partnersSeeTheirRooms = pgPolicy('a partner sees the rooms where it is expected', {
  for: 'select',
  to: member,
  using: sql`${servesSchool(spaces.schoolId)} and (exists (select 1 from ${presences} join ${relations}
      on ${relations.schoolId} = ${presences.schoolId} and ${relations.id} = ${presences.relationId}
      where ${presences.schoolId} = ${spaces.schoolId} and ${presences.spaceId} = ${spaces.id} and ${relations.organisationId} = ${myOrganisation})
    or exists (select 1 from ${placements} join ${sessions} on ${sessions.schoolId} = ${placements.schoolId}
      and ${sessions.id} = ${placements.sessionId} join ${relations} on ${relations.schoolId} = ${sessions.schoolId}
      and ${relations.id} = ${sessions.relationId} where ${placements.schoolId} = ${spaces.schoolId}
      and ${placements.spaceId} = ${spaces.id} and ${relations.organisationId} = ${myOrganisation}))`,
}).link(spaces)
export const partnersSeeClosedDays = pgPolicy('a partner sees when a school is closed', {
  for: 'select',
  to: member,
  using: sql`${schoolDays.kind} in ('study', 'free', 'open') and ${servesSchool(schoolDays.schoolId)}`,
}).link(schoolDays)
export const partnersSeeRegion = pgPolicy('a partner sees the holiday region of a school', {
  for: 'select',
  to: member,
  using: servesSchool(schoolRegions.schoolId),
}).link(schoolRegions)

/** Whoever speaks for a partner may have the times of its own visits in her calendar. */
export const mayFollowVisits = (me: Pick<Actor, 'roles'>) => me.roles.includes('partnercontact')
