import { and, asc, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
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
  const dates = sql.join(
    days.map((day) => sql`(${day}::date)`),
    sql`, `,
  )
  const away = sql`select 1 from ${presenceChanges} where ${presenceChanges.schoolId} = ${presences.schoolId}
    and ${presenceChanges.relationId} = ${presences.relationId} and ${presenceChanges.kind} = 'away' and ${presenceChanges.day} = dates.day`
  const fixed = sql`select ${presences.id} as id, ${presences.relationId} as relation, dates.day as day, ${presences.from} as "from",
      ${presences.until} as until, ${presences.spaceId} as space, ${presences.what} as what, false as once
    from ${presences} join (values ${dates}) as dates(day) on extract(isodow from dates.day) = ${presences.weekday}
    where ${presences.schoolId} = ${schoolId} and not exists (${away})`
  const extra = sql`select ${presenceChanges.id}, ${presenceChanges.relationId}, ${presenceChanges.day}, ${presenceChanges.from},
      ${presenceChanges.until}, ${presenceChanges.spaceId}, null, true
    from ${presenceChanges} join (values ${dates}) as dates(day) on dates.day = ${presenceChanges.day}
    where ${presenceChanges.schoolId} = ${schoolId} and ${presenceChanges.kind} = 'extra'`
  return tx
    .select({
      id: sql<string>`there.id`,
      ...{ relationId: relations.id, partner: relations.name, space: spaces.name, owner: owners.name },
      weekday: sql<number>`extract(isodow from there.day)::int`,
      day: sql<Day>`there.day::text`,
      from: sql<string>`to_char(there."from", 'HH24:MI')`,
      until: sql<string>`to_char(there.until, 'HH24:MI')`,
      what: sql<string | null>`there.what`,
      once: sql<boolean>`there.once`,
    })
    .from(sql`(${fixed} union all ${extra}) as there`)
    .innerJoin(relations, and(eq(relations.schoolId, schoolId), sql`${relations.id} = there.relation`))
    .leftJoin(spaces, and(eq(spaces.schoolId, schoolId), sql`${spaces.id} = there.space`))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .where(and(or(isNull(relations.until), gte(relations.until, sql`there.day`)), only))
    .orderBy(sql`there.day`, sql`there."from"`, asc(relations.name))
}

/** Who is in the building today, with what is otherwise this once. Nobody, when the school is closed. */
export const whoIsIn = (tx: Tx, schoolId: string, today: Day) =>
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
