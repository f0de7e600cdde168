import { and, eq, type SQL } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, member, myOrganisation } from '#kit/db/policy.ts'
import { tandemPoints, tandems } from './tables.ts'

/** The two: who heads the school and who coordinates its care. Nobody else reads along, whatever she arranges. */
const two = ['directeur', 'ib'] as const

const ofTheTwo = (table: PgTable, schoolId: AnyPgColumn, what: string) => {
  const theirs = and(eq(schoolId, myOrganisation), holds(two)) as SQL
  return [
    pgPolicy(`the two keep their ${what}`, { for: 'all', to: member, using: theirs, withCheck: theirs }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const
}
export const [keepTogether, keepTandems] = ofTheTwo(tandems, tandems.schoolId, 'next day')
export const [speakTogether, keepPoints] = ofTheTwo(tandemPoints, tandemPoints.schoolId, 'points')

export const isOfTheTwo = (actor: Pick<Actor, 'roles'>) =>
  actor.roles.some((role) => (two as readonly string[]).includes(role))
