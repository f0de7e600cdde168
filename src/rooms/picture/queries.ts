import { and, count, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { presences } from '#rooms/agenda/door.ts'
import { answers } from '#rooms/network/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { faces, reasons, relations } from '#rooms/relations/door.ts'

const [owners, deputies] = [alias(people, 'owners'), alias(people, 'deputies')]
const [ownerships, deputyships] = [alias(memberships, 'ownerships'), alias(memberships, 'deputyships')]

/** Every open line with who holds it, why, and how much there is of it. Who has left holds nothing any more. One query. */
export function linesDrawn(tx: Tx, schoolId: string, today: Day) {
  const still = (
    ships: typeof ownerships | typeof deputyships,
    person: typeof relations.ownerId | typeof relations.deputyId,
  ) =>
    and(
      eq(ships.organisationId, relations.schoolId),
      eq(ships.personId, person),
      or(isNull(ships.until), gte(ships.until, today)),
    )
  const counts = countsOf(schoolId, today)
  const many = (column: typeof counts.faces.many | typeof counts.topics.many) =>
    sql<number>`coalesce(${column}, 0)::int`
  return tx
    .select({
      ...{ id: relations.id, name: relations.name, form: relations.form, type: relations.type },
      ...{ levels: relations.levels, scale: relations.scale, since: relations.since },
      ...{ ownerId: ownerships.personId, owner: owners.name },
      ...{ deputyId: deputyships.personId, deputy: deputies.name },
      ...{ obligation: reasons.obligation, motives: sql<string[]>`coalesce(${reasons.motives}, '{}')` },
      faces: many(counts.faces.many),
      topics: many(counts.topics.many),
      minutes: sql<number>`coalesce(${counts.hours.minutes}, 0)::int`,
    })
    .from(relations)
    .leftJoin(reasons, and(eq(reasons.schoolId, relations.schoolId), eq(reasons.relationId, relations.id)))
    .leftJoin(ownerships, still(ownerships, relations.ownerId))
    .leftJoin(owners, eq(owners.id, ownerships.personId))
    .leftJoin(deputyships, still(deputyships, relations.deputyId))
    .leftJoin(deputies, eq(deputies.id, deputyships.personId))
    .leftJoin(counts.faces, eq(counts.faces.relationId, relations.id))
    .leftJoin(counts.topics, eq(counts.topics.relationId, relations.id))
    .leftJoin(counts.hours, eq(counts.hours.relationId, relations.id))
    .where(and(eq(relations.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .orderBy(sql`${relations.name} collate "und-x-icu"`, relations.id)
}
export type LineDrawn = Awaited<ReturnType<typeof linesDrawn>>[number]

// Asks nothing by itself: it makes the parts of the one question above.
const builder = new QueryBuilder({ casing: 'snake_case' })

/** Counted once for the whole school, so that a long list does not count again for every line. */
const countsOf = (schoolId: string, today: Day) => ({
  faces: builder
    .select({ relationId: faces.relationId, many: count().as('faces_many') })
    .from(faces)
    .where(and(eq(faces.schoolId, schoolId), or(isNull(faces.leftOn), sql`${faces.leftOn} > ${today}`)))
    .groupBy(faces.relationId)
    .as('faces_known'),
  topics: builder
    .select({ relationId: answers.relationId, many: count().as('topics_many') })
    .from(answers)
    .where(eq(answers.schoolId, schoolId))
    .groupBy(answers.relationId)
    .as('topics_answered'),
  hours: builder
    .select({
      relationId: presences.relationId,
      minutes: sql<number>`sum(extract(epoch from ${presences.until} - ${presences.from}) / 60)`.as('minutes_present'),
    })
    .from(presences)
    .where(eq(presences.schoolId, schoolId))
    .groupBy(presences.relationId)
    .as('hours_present'),
})
