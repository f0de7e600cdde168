import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { presences } from '#rooms/agenda/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces, reasons, relations } from '#rooms/relations/door.ts'
import { isOpen } from '../queries.ts'
import { tips } from '../tips/tables.ts'

const [owners, deputies] = [alias(people, 'owners'), alias(people, 'deputies')]
const [ownerships, deputyships] = [alias(memberships, 'ownerships'), alias(memberships, 'deputyships')]

/** Every open line with who holds it and what was done with it lately. Who has left holds nothing any more. One query. */
export const linesKept = (tx: Tx, schoolId: string, today: Day) => {
  const still = (
    ships: typeof ownerships | typeof deputyships,
    person: typeof relations.ownerId | typeof relations.deputyId,
  ) =>
    and(
      eq(ships.organisationId, relations.schoolId),
      eq(ships.personId, person),
      or(isNull(ships.until), gte(ships.until, today)),
    )
  return tx
    .select({
      ...{ id: relations.id, name: relations.name, form: relations.form, type: relations.type },
      ...{ schoolId: relations.schoolId, ownerId: relations.ownerId, deputyId: relations.deputyId },
      ...{ assuredOn: relations.assuredOn, since: relations.since, obligation: reasons.obligation },
      addedOn: sql<Day>`to_char(${relations.createdAt}, 'YYYY-MM-DD')`,
      owner: owners.name,
      deputy: deputies.name,
      faces: sql<string[]>`coalesce((select json_agg(${faces.name} order by ${faces.rank}) from ${faces}
        where ${faces.schoolId} = ${relations.schoolId} and ${faces.relationId} = ${relations.id}
        and (${faces.leftOn} is null or ${faces.leftOn} > ${today})), '[]'::json)`,
      isPresent: sql<boolean>`exists (select 1 from ${presences} where ${presences.schoolId} = ${relations.schoolId}
        and ${presences.relationId} = ${relations.id})`,
      lastTip: sql<Day | null>`(select max(${tips.usedOn})::text from ${tips} where ${tips.schoolId} = ${relations.schoolId}
        and ${tips.relationId} = ${relations.id})`,
    })
    .from(relations)
    .leftJoin(reasons, and(eq(reasons.schoolId, relations.schoolId), eq(reasons.relationId, relations.id)))
    .leftJoin(ownerships, still(ownerships, relations.ownerId))
    .leftJoin(owners, eq(owners.id, ownerships.personId))
    .leftJoin(deputyships, still(deputyships, relations.deputyId))
    .leftJoin(deputies, eq(deputies.id, deputyships.personId))
    .where(and(eq(relations.schoolId, schoolId), isOpen(today)))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)
}
export type LineKept = Awaited<ReturnType<typeof linesKept>>[number]
