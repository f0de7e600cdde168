import { and, eq, type SQL } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, managers } from '#rooms/people/door.ts'
import { schoolDays, schoolRegions } from './tables.ts'

/** Who puts something in the year plan: who arranges the school, and who makes its events. */
export const planners = [...managers, 'eventmanager', 'cultuurcoordinator'] as const

const yearOf = (table: PgTable, schoolId: AnyPgColumn, what: string) => {
  const ours = and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL
  const tend = and(ours, holds(planners)) as SQL
  return [
    pgPolicy(`we see ${what}`, { for: 'select', to: member, using: ours }).link(table),
    pgPolicy(`planners tend ${what}`, { for: 'all', to: member, using: tend, withCheck: tend }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const
}
export const [seeDays, tendDays, keepDays] = yearOf(schoolDays, schoolDays.schoolId, 'our school days')
export const [seeRegion, tendRegion, keepRegion] = yearOf(schoolRegions, schoolRegions.schoolId, 'our holiday region')

export const mayPlan = (me: Actor) => me.roles.some((role) => (planners as readonly string[]).includes(role))
