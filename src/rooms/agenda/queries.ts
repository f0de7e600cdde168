import { and, asc, eq, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { isOpenOn } from '#rooms/days/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people, spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { presenceChanges } from './exceptions/tables.ts'
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
export const weekOf = (tx: Tx, schoolId: string, today: Day): Promise<InBuilding[]> =>
  tx
    .select(inBuilding)
    .from(presences)
    .innerJoin(relations, and(eq(relations.schoolId, presences.schoolId), eq(relations.id, presences.relationId)))
    .leftJoin(spaces, and(eq(spaces.schoolId, presences.schoolId), eq(spaces.id, presences.spaceId)))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .where(and(eq(presences.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .orderBy(asc(presences.weekday), asc(presences.from), asc(relations.name))

/** Who is in the building on a date, or was there extra: `once` is not of every week. */
export type OnDate = InBuilding & { day: Day; once: boolean }

/** On these dates: the fixed hours but of who does not come, and who comes extra. One question. */
export function inHouse(tx: Tx, schoolId: string, days: readonly Day[], only?: SQL): Promise<OnDate[]> {
  const lasts = (day: SQL) => or(isNull(relations.until), gte(relations.until, day))
  const theirs = (table: typeof presences | typeof presenceChanges) =>
    and(eq(relations.schoolId, table.schoolId), eq(relations.id, table.relationId))
  const there = (table: typeof presences | typeof presenceChanges) =>
    and(eq(spaces.schoolId, table.schoolId), eq(spaces.id, table.spaceId))
  const fixed = tx
    .select({ ...inBuilding, day: sql<Day>`dates.day::text`, once: sql<boolean>`false` })
    .from(presences)
    .innerJoin(
      sql`(values ${sql.join(
        days.map((day) => sql`(${day}::date)`),
        sql`, `,
      )}) as dates(day)`,
      sql`extract(isodow from dates.day) = ${presences.weekday}`,
    )
    .innerJoin(relations, theirs(presences))
    .leftJoin(spaces, there(presences))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .where(
      and(
        eq(presences.schoolId, schoolId),
        lasts(sql`dates.day`),
        only,
        sql`not exists (select 1 from ${presenceChanges}
      where ${presenceChanges.schoolId} = ${presences.schoolId} and ${presenceChanges.relationId} = ${presences.relationId}
        and ${presenceChanges.kind} = 'away' and ${presenceChanges.day} = dates.day)`,
      ),
    )
  const extra = tx
    .select({
      ...{ id: presenceChanges.id, relationId: presenceChanges.relationId, partner: relations.name },
      weekday: sql<number>`extract(isodow from ${presenceChanges.day})::int`,
      from: sql<string>`to_char(${presenceChanges.from}, 'HH24:MI')`,
      until: sql<string>`to_char(${presenceChanges.until}, 'HH24:MI')`,
      space: spaces.name,
      what: sql<string | null>`null::text`,
      owner: owners.name,
      day: sql<Day>`${presenceChanges.day}::text`,
      once: sql<boolean>`true`,
    })
    .from(presenceChanges)
    .innerJoin(relations, theirs(presenceChanges))
    .leftJoin(spaces, there(presenceChanges))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .where(
      and(
        eq(presenceChanges.schoolId, schoolId),
        eq(presenceChanges.kind, 'extra'),
        inArray(presenceChanges.day, [...days]),
        lasts(sql`${presenceChanges.day}`),
        only,
      ),
    )
  // By their place: in a union the columns have no names of ours. The day, the hour, the partner.
  return fixed.unionAll(extra).orderBy(sql`10, 5, 3`)
}

/** Who is in the building today, with what is otherwise this once. Nobody, when the school is closed. */
export const whoIsIn = (tx: Tx, schoolId: string, { today }: { weekday: number; today: Day }) =>
  inHouse(tx, schoolId, [today], isOpenOn(schoolId, today))

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
