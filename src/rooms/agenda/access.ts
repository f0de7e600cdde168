import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { mayTend, networkKeepers, relations } from '#rooms/relations/door.ts'
import { presences } from './tables.ts'

const ours = and(eq(presences.schoolId, myOrganisation), holds(colleagues)) as SQL
const theLine = sql`${relations.schoolId} = ${presences.schoolId} and ${relations.id} = ${presences.relationId}`
const ofPartner = exists(
  sql`(select 1 from ${relations} where ${theLine} and ${relations.organisationId} = ${myOrganisation})`,
)
const iHoldIt = exists(
  sql`(select 1 from ${relations} where ${theLine} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`,
)
const tends = or(and(ours, or(holds(networkKeepers), iHoldIt)), ofPartner) as SQL

export const bothSidesSeePresence = pgPolicy('both sides see presence', {
  for: 'select',
  to: member,
  using: or(ours, ofPartner) as SQL,
}).link(presences)
export const bothSidesTendPresence = pgPolicy('both sides tend presence', {
  for: 'all',
  to: member,
  using: tends,
  withCheck: tends,
}).link(presences)
export const keeperTendsPresence = pgPolicy('the keeper tends presence', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(presences)

type Line = { schoolId: string; organisationId: string | null; ownerId: string | null; deputyId: string | null }
/** The school's holders, and the partner itself: she knows best when she comes. */
export const mayTendPresence = (actor: Actor, line: Line) => mayTend(actor, line) || isTheirs(actor, line)
export const isTheirs = (actor: Actor, line: Pick<Line, 'organisationId'>) =>
  line.organisationId !== null && line.organisationId === actor.organisationId
