import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { relations } from '#rooms/relations/door.ts'
import type { Contribution } from './rules.ts'
import { competences, contributions, units } from './tables.ts'

export const unitsOf = (tx: Tx, schoolId: string) =>
  tx
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(eq(units.schoolId, schoolId))
    .orderBy(asc(units.place), asc(units.name))

export const competencesOf = (tx: Tx, schoolId: string) =>
  tx
    .select({ id: competences.id, name: competences.name })
    .from(competences)
    .where(eq(competences.schoolId, schoolId))
    .orderBy(asc(competences.place), asc(competences.name))

/** Which partner feeds what, by name; whether its line still runs today. */
export const contributionsOf = (tx: Tx, schoolId: string, today: Day): Promise<Contribution[]> =>
  tx
    .select({
      ...{ unitId: contributions.unitId, competenceId: contributions.competenceId },
      ...{ relationId: contributions.relationId, partner: relations.name, what: contributions.what },
      runs: sql<boolean>`coalesce(${relations.until}, ${today}) >= ${today}`,
    })
    .from(contributions)
    .innerJoin(
      relations,
      and(eq(relations.schoolId, contributions.schoolId), eq(relations.id, contributions.relationId)),
    )
    .where(eq(contributions.schoolId, schoolId))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)
