import { and, eq, type SQL } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, managers } from '#rooms/people/door.ts'
import { lessons } from './tables.ts'

/** Who makes the week: who arranges the school, and who looks after its pupils' support. */
export const weekMakers = [...managers, 'ib'] as const

/** What of the week belongs to a school: every colleague sees it, its makers change it. */
export const weekTable = (table: PgTable & { schoolId: AnyPgColumn }, what: string) => {
  const ours = and(eq(table.schoolId, myOrganisation), holds(colleagues)) as SQL
  const make = and(ours, holds(weekMakers)) as SQL
  return [
    pgPolicy(`we see our ${what}`, { for: 'select', to: member, using: ours }).link(table),
    pgPolicy(`makers of the week tend ${what}`, { for: 'all', to: member, using: make, withCheck: make }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const
}
const ours = and(eq(lessons.schoolId, myOrganisation), holds(colleagues)) as SQL

export const [seeLessons, makeLessons, keepLessons] = weekTable(lessons, 'lessons')

// A teacher types the week of a group herself: it is hers to know.
export const teachersTypeLessons = pgPolicy('colleagues type lessons', {
  for: 'all',
  to: member,
  using: and(ours, holds(['leerkracht'])) as SQL,
  withCheck: and(ours, holds(['leerkracht'])) as SQL,
}).link(lessons)

const has = (me: Actor, roles: readonly string[]) => me.roles.some((role) => roles.includes(role))
export const mayMakeWeek = (me: Actor) => has(me, weekMakers) && has(me, colleagues)
export const mayTypeLessons = (me: Actor) => mayMakeWeek(me) || has(me, ['leerkracht'])
