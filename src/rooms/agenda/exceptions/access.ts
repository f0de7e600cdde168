import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, guest, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { networkKeepers, relations } from '#rooms/relations/door.ts'
import { hallPartners } from '../hall/tables.ts'
import { weekTable } from '../lessons/access.ts'
import { sessions } from '../week/tables.ts'
import { groupChanges, presenceChanges, sessionChanges } from './tables.ts'

export const [seeSessionChanges, makeSessionChanges, keepSessionChanges] = weekTable(
  sessionChanges,
  'sessions of one date',
)
// The partner sees her own, through the sessions she may see.
export const partnersSeeSessionChanges = pgPolicy('a partner sees its sessions of one date', {
  for: 'select',
  to: member,
  using: exists(sql`(select 1 from ${sessions} join ${relations} on ${relations.schoolId} = ${sessions.schoolId}
    and ${relations.id} = ${sessions.relationId} and ${relations.organisationId} = ${myOrganisation}
    where ${sessions.schoolId} = ${sessionChanges.schoolId} and ${sessions.id} = ${sessionChanges.sessionId})`),
}).link(sessionChanges)

export const [seeGroupChanges, makeGroupChanges, keepGroupChanges] = weekTable(groupChanges, 'groups of one date')
const ourGroups = and(eq(groupChanges.schoolId, myOrganisation), holds(colleagues), holds(['leerkracht'])) as SQL
export const teachersChangeGroups = pgPolicy('teachers say what a group has on one date', {
  for: 'all',
  to: member,
  using: ourGroups,
  withCheck: ourGroups,
}).link(groupChanges)

// Presence of one date is said by who may say the fixed hours: the school's holders and the partner itself.
const ours = and(eq(presenceChanges.schoolId, myOrganisation), holds(colleagues)) as SQL
const theLine = sql`${relations.schoolId} = ${presenceChanges.schoolId} and ${relations.id} = ${presenceChanges.relationId}`
const ofPartner = exists(
  sql`(select 1 from ${relations} where ${theLine} and ${relations.organisationId} = ${myOrganisation})`,
)
const iHoldIt = exists(
  sql`(select 1 from ${relations} where ${theLine} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`,
)
const tends = or(and(ours, or(holds(networkKeepers), iHoldIt)), ofPartner) as SQL
export const bothSidesSeeDates = pgPolicy('both sides see presence of one date', {
  for: 'select',
  to: member,
  using: or(ours, ofPartner) as SQL,
}).link(presenceChanges)
export const bothSidesTendDates = pgPolicy('both sides tend presence of one date', {
  for: 'all',
  to: member,
  using: tends,
  withCheck: tends,
}).link(presenceChanges)
export const keeperTendsDates = pgPolicy('the keeper tends presence of one date', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(presenceChanges)
export const screenShowsDates = pgPolicy('the screen in the hall shows presence of one date', {
  for: 'select',
  to: guest,
  using: exists(sql`(select 1 from ${hallPartners} where ${hallPartners.schoolId} = ${presenceChanges.schoolId}
    and ${hallPartners.relationId} = ${presenceChanges.relationId})`),
}).link(presenceChanges)
