import { and, eq, type SQL } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague } from '#rooms/people/door.ts'
import { competences, contributions, units } from './tables.ts'

/** Who draws up a profile: who leads, and who coordinates a subject with partners. */
export const profilers = [
  ...['directeur', 'teamleider', 'ib', 'cultuurcoordinator', 'natuurtechniekcoordinator', 'sportcoordinator'],
  ...['taalcoordinator', 'rekencoordinator', 'gezondheidscoordinator'],
] as const

const ours = (schoolId: AnyPgColumn) => and(eq(schoolId, myOrganisation), holds(colleagues)) as SQL
/** All colleagues see the grid; who leads or coordinates draws it up. */
const drawnUp = (table: PgTable, schoolId: AnyPgColumn, what: string) => {
  const weDraw = and(ours(schoolId), holds(profilers)) as SQL
  return [
    pgPolicy(`we see our ${what}`, { for: 'select', to: member, using: ours(schoolId) }).link(table),
    pgPolicy(`who leads or coordinates draws up ${what}`, {
      for: 'all',
      to: member,
      using: weDraw,
      withCheck: weDraw,
    }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const
}

export const [seeUnits, drawUnits, keepUnits] = drawnUp(units, units.schoolId, 'units')
export const [seeCompetences, drawCompetences, keepCompetences] = drawnUp(
  competences,
  competences.schoolId,
  'competences',
)
export const [seeContributions, drawContributions, keepContributions] = drawnUp(
  contributions,
  contributions.schoolId,
  'contributions',
)

export const mayDraw = (actor: Actor) =>
  isColleague(actor) && actor.roles.some((role) => (profilers as readonly string[]).includes(role))
