import { and, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague, memberships } from '#rooms/people/door.ts'
import { mayTendNetwork, networkKeepers } from '#rooms/relations/door.ts'
import { circleMembers, circleNotes, circlePartners, circles } from './tables.ts'

const ours = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL
const isOurs = (schoolId: AnyPgColumn, personId: AnyPgColumn) =>
  exists(sql`(select 1 from ${memberships} where ${memberships.organisationId} = ${schoolId}
    and ${memberships.personId} = ${personId})`)
const iLead = (schoolId: AnyPgColumn, circleId: AnyPgColumn) =>
  exists(sql`(select 1 from ${circles} where ${circles.schoolId} = ${schoolId} and ${circles.id} = ${circleId}
    and ${circles.leadId} = ${me})`)
const iSitIn = (schoolId: AnyPgColumn, circleId: AnyPgColumn) =>
  exists(sql`(select 1 from ${circleMembers} where ${circleMembers.schoolId} = ${schoolId}
    and ${circleMembers.circleId} = ${circleId} and ${circleMembers.personId} = ${me})`)
/** Who tends the network, and who leads this one. */
const tends = (schoolId: AnyPgColumn, circleId: AnyPgColumn) =>
  and(ours(schoolId), or(holds(networkKeepers), iLead(schoolId, circleId))) as SQL

const seen = (table: PgTable, schoolId: AnyPgColumn, what: string) =>
  [
    pgPolicy(`we see our ${what}`, { for: 'select', to: member, using: ours(schoolId) }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const
export const [seeCircles, keepCircles] = seen(circles, circles.schoolId, 'circles')
export const [seeMembers, keepMembers] = seen(circleMembers, circleMembers.schoolId, 'members of a circle')
export const [seePartners, keepPartners] = seen(circlePartners, circlePartners.schoolId, 'partners of a circle')
export const [seeNotes, keepNotes] = seen(circleNotes, circleNotes.schoolId, 'notes of a circle')

const ledByOurs = or(isNull(circles.leadId), isOurs(circles.schoolId, circles.leadId)) as SQL
const mine = and(ours(circles.schoolId), or(holds(networkKeepers), eq(circles.leadId, me))) as SQL
export const keepersBegin = pgPolicy('who tends the network begins circles', {
  for: 'insert',
  to: member,
  withCheck: and(ours(circles.schoolId), holds(networkKeepers), ledByOurs) as SQL,
}).link(circles)
export const leadsTend = pgPolicy('who leads a circle tends it', {
  for: 'update',
  to: member,
  using: mine,
  withCheck: and(ours(circles.schoolId), ledByOurs) as SQL,
}).link(circles)
export const leadsEnd = pgPolicy('who leads a circle ends it', { for: 'delete', to: member, using: mine }).link(circles)

export const leadsChooseMembers = pgPolicy('who leads a circle says who sits in it', {
  for: 'all',
  to: member,
  using: tends(circleMembers.schoolId, circleMembers.circleId),
  withCheck: and(
    tends(circleMembers.schoolId, circleMembers.circleId),
    isOurs(circleMembers.schoolId, circleMembers.personId),
  ) as SQL,
}).link(circleMembers)
const partnersTended = tends(circlePartners.schoolId, circlePartners.circleId)
export const leadsChoosePartners = pgPolicy('who leads a circle says with whom it works', {
  for: 'all',
  to: member,
  using: partnersTended,
  withCheck: partnersTended,
}).link(circlePartners)

const { schoolId, circleId, writtenBy } = circleNotes
export const whoSitsInItWrites = pgPolicy('who sits in a circle writes what was said', {
  for: 'insert',
  to: member,
  withCheck: and(
    or(tends(schoolId, circleId), and(ours(schoolId), iSitIn(schoolId, circleId))),
    eq(writtenBy, me),
  ) as SQL,
}).link(circleNotes)
export const whoWroteTakesBack = pgPolicy('who wrote a note takes it back, or who leads', {
  for: 'delete',
  to: member,
  using: and(ours(schoolId), or(eq(writtenBy, me), tends(schoolId, circleId))) as SQL,
}).link(circleNotes)

type Known = { leadId: string | null; members: readonly { personId: string }[] }
export const mayBegin = mayTendNetwork
export const mayTend = (actor: Actor, { leadId }: Pick<Known, 'leadId'>) =>
  isColleague(actor) && (mayTendNetwork(actor) || leadId === actor.personId)
export const mayWrite = (actor: Actor, circle: Known) =>
  mayTend(actor, circle) || (isColleague(actor) && circle.members.some(({ personId }) => personId === actor.personId))
