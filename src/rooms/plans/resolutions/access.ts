import { and, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague, memberships } from '#rooms/people/door.ts'
import { mayTendNetwork, networkKeepers, relations } from '#rooms/relations/door.ts'
import { deciders, mayDecide } from '../vision/access.ts'
import { involvements, type Resolution, resolutions } from './tables.ts'

const keeps = { for: 'all', to: keeper, using: always, withCheck: always } as const
const ours = and(eq(resolutions.schoolId, myOrganisation), holds(colleagues)) as SQL
// Whoever recorded it, who leads, and who tends the network.
export const tends = or(holds(networkKeepers), holds(deciders), eq(resolutions.recordedBy, me)) as SQL
const oursToTend = and(ours, tends) as SQL
// Worked out by one of our own people.
const byOurs = or(
  isNull(resolutions.ownerId),
  exists(sql`(select 1 from ${memberships} where ${memberships.organisationId} = ${resolutions.schoolId}
    and ${memberships.personId} = ${resolutions.ownerId})`),
) as SQL

export const weSeeOurResolutions = pgPolicy('we see what we are going to decide', {
  for: 'select',
  to: member,
  using: ours,
}).link(resolutions)
export const colleaguesRecord = pgPolicy('colleagues record what is going to be decided', {
  for: 'insert',
  to: member,
  withCheck: and(ours, byOurs, eq(resolutions.recordedBy, me)) as SQL,
}).link(resolutions)
export const recordersChange = pgPolicy('recorders change what is going to be decided', {
  for: 'update',
  to: member,
  using: oursToTend,
  withCheck: and(oursToTend, byOurs) as SQL,
}).link(resolutions)
export const recordersWithdraw = pgPolicy('recorders withdraw what was going to be decided', {
  for: 'delete',
  to: member,
  using: oursToTend,
}).link(resolutions)
export const keeperTendsResolutions = pgPolicy('the keeper tends resolutions', keeps).link(resolutions)

const about = and(eq(involvements.schoolId, myOrganisation), holds(colleagues)) as SQL
const ofMine = exists(sql`(select 1 from ${resolutions} where ${resolutions.schoolId} = ${involvements.schoolId}
  and ${resolutions.id} = ${involvements.resolutionId} and ${tends})`)
// Who holds the line knows what its partner said.
const ofMyLine = exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${involvements.schoolId}
  and ${relations.id} = ${involvements.relationId} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`)
const mineToSay = and(about, or(ofMine, ofMyLine)) as SQL

export const weSeeWhoIsInvolved = pgPolicy('we see which partners are involved', {
  for: 'select',
  to: member,
  using: about,
}).link(involvements)
export const holdersInvolve = pgPolicy('recorders and holders involve partners', {
  for: 'insert',
  to: member,
  withCheck: and(mineToSay, eq(involvements.setBy, me)) as SQL,
}).link(involvements)
export const holdersSayMore = pgPolicy('recorders and holders write what a partner said', {
  for: 'update',
  to: member,
  using: mineToSay,
  withCheck: and(mineToSay, eq(involvements.setBy, me)) as SQL,
}).link(involvements)
export const holdersLeaveOut = pgPolicy('recorders and holders take a partner off', {
  for: 'delete',
  to: member,
  using: mineToSay,
}).link(involvements)
export const keeperTendsInvolvements = pgPolicy('the keeper tends involvements', keeps).link(involvements)

export const mayTendResolution = (actor: Actor, { recordedBy }: Pick<Resolution, 'recordedBy'>) =>
  isColleague(actor) && (mayTendNetwork(actor) || mayDecide(actor) || recordedBy === actor.personId)
type Line = { ownerId: string | null; deputyId: string | null }
export const mayInvolve = (actor: Actor, resolution: Pick<Resolution, 'recordedBy'>, line: Line) =>
  mayTendResolution(actor, resolution) || (isColleague(actor) && [line.ownerId, line.deputyId].includes(actor.personId))
