import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, guest, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, memberships } from '#rooms/people/door.ts'
import { declaredHours, planBounds, restraints, visionPoints } from './tables.ts'

/** Who carries the end responsibility at school: says what it wants, where it stops, and decides. */
export const deciders = ['directeur', 'teamleider'] as const
export const mayDecide = (actor: Actor) => actor.roles.some((role) => (deciders as readonly string[]).includes(role))

const ours = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL
const weSay = (schoolId: AnyPgColumn) => and(ours(schoolId), holds(deciders)) as SQL

/** All colleagues know it; who leads says it. */
const saidByWhoLeads = (table: PgTable, schoolId: AnyPgColumn, what: string, check: SQL) =>
  [
    pgPolicy(`we know our ${what}`, { for: 'select', to: member, using: ours(schoolId) }).link(table),
    pgPolicy(`who leads says our ${what}`, {
      for: 'all',
      to: member,
      using: weSay(schoolId),
      withCheck: and(weSay(schoolId), check) as SQL,
    }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const

export const [seeVision, sayVision, keepVision] = saidByWhoLeads(visionPoints, visionPoints.schoolId, 'vision', always)
export const [seeRestraints, sayRestraints, keepRestraints] = saidByWhoLeads(
  restraints,
  restraints.schoolId,
  'restraints',
  // It says who decided: nobody signs with another's name.
  eq(restraints.decidedBy, me),
)
export const [seeBounds, sayBounds, keepBounds] = saidByWhoLeads(planBounds, planBounds.schoolId, 'bounds', always)
const isOurs = sql`exists (select 1 from ${memberships} where ${memberships.organisationId} = ${declaredHours.schoolId}
  and ${memberships.personId} = ${declaredHours.personId})`
export const [seeHours, sayHours, keepHours] = saidByWhoLeads(declaredHours, declaredHours.schoolId, 'hours', isOurs)

// Of an open desk a passer-by sees that it is open, and which themes are answered at once: columns in db/ground/grants.sql.
export const everybodySeesOpenDesks = pgPolicy('everybody sees an open desk', {
  for: 'select',
  to: guest,
  using: isNotNull(planBounds.deskOpenedAt),
}).link(planBounds)
export const everybodySeesWhatWeLeave = pgPolicy('everybody sees what an open desk does not begin', {
  for: 'select',
  to: guest,
  using: sql`exists (select 1 from ${planBounds} where ${planBounds.schoolId} = ${restraints.schoolId})`,
}).link(restraints)
