import { and, asc, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { isOpenOn } from '#rooms/days/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { type Presence, presences } from './tables.ts'

/** A partner in the building: when, where, what for, and which colleague to ask about it. */
export type InBuilding = {
  id: string
  relationId: string
  partner: string
  weekday: number
  from: string
  until: string
  space: string | null
  what: string | null
  owner: string | null
}

const owners = alias(people, 'owners')
const inBuilding = {
  id: presences.id,
  relationId: presences.relationId,
  partner: relations.name,
  weekday: presences.weekday,
  from: sql<string>`to_char(${presences.from}, 'HH24:MI')`,
  until: sql<string>`to_char(${presences.until}, 'HH24:MI')`,
  space: spaces.name,
  what: presences.what,
  owner: owners.name,
}

/** Which partners are in the building in an ordinary week, in the order of the clock. */
export const weekOf = (tx: Tx, schoolId: string, today: Day): Promise<InBuilding[]> => hoursOf(tx, schoolId, today)

const hoursOf = (tx: Tx, schoolId: string, today: Day, only?: SQL): Promise<InBuilding[]> =>
  tx
    .select(inBuilding)
    .from(presences)
    .innerJoin(relations, and(eq(relations.schoolId, presences.schoolId), eq(relations.id, presences.relationId)))
    .leftJoin(spaces, and(eq(spaces.schoolId, presences.schoolId), eq(spaces.id, presences.spaceId)))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .where(and(eq(presences.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today)), only))
    .orderBy(asc(presences.weekday), asc(presences.from), asc(relations.name))

/** Who is in the building today, which falls on this weekday (Monday is 1). Nobody, when the school is closed. */
export const whoIsIn = (tx: Tx, schoolId: string, { weekday, today }: { weekday: number; today: Day }) =>
  hoursOf(tx, schoolId, today, and(eq(presences.weekday, weekday), isOpenOn(schoolId, today)))

/** The hours of one partner. */
export const presencesOf = (tx: Tx, schoolId: string, relationId: string): Promise<Presence[]> =>
  tx
    .select()
    .from(presences)
    .where(and(eq(presences.schoolId, schoolId), eq(presences.relationId, relationId)))
    .orderBy(asc(presences.weekday), asc(presences.from))

/** The line these hours belong to, for either side of it. */
export async function findLine(tx: Tx, relationId: string) {
  const [line] = await tx
    .select({
      id: relations.id,
      schoolId: relations.schoolId,
      name: relations.name,
      school: organisations.name,
      organisationId: relations.organisationId,
      ownerId: relations.ownerId,
      deputyId: relations.deputyId,
    })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .where(eq(relations.id, relationId))
  return line
}
export type Line = NonNullable<Awaited<ReturnType<typeof findLine>>>
