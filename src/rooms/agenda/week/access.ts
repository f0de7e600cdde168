import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { member, myOrganisation } from '#kit/db/policy.ts'
import { relations } from '#rooms/relations/door.ts'
import { weekTable } from '../lessons/access.ts'
import { placements, sessionGroups, sessions, weekLimits } from './tables.ts'

export const [seeSessions, makeSessions, keepSessions] = weekTable(sessions, 'sessions')
export const [seeSessionGroups, makeSessionGroups, keepSessionGroups] = weekTable(sessionGroups, 'groups of sessions')
export const [seePlacements, makePlacements, keepPlacements] = weekTable(placements, 'placements')
export const [seeLimits, makeLimits, keepLimits] = weekTable(weekLimits, 'limits of the week')

// When and where a partner is expected is the partner's to know: its own sessions, without the groups; never another's.
const isTheirs = and(
  eq(relations.schoolId, sessions.schoolId),
  eq(relations.id, sessions.relationId),
  eq(relations.organisationId, myOrganisation),
) as SQL
export const partnersSeeSessions = pgPolicy('a partner sees its sessions', {
  for: 'select',
  to: member,
  using: exists(sql`(select 1 from ${relations} where ${isTheirs})`),
}).link(sessions)
export const partnersSeePlacements = pgPolicy('a partner sees where its sessions stand', {
  for: 'select',
  to: member,
  using: exists(sql`(select 1 from ${sessions} join ${relations} on ${isTheirs}
    where ${sessions.schoolId} = ${placements.schoolId} and ${sessions.id} = ${placements.sessionId})`),
}).link(placements)
