import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { manners } from '#rooms/agreements/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { occasionGuests, occasions } from './tables.ts'

const onList = sql<number>`(select count(*)::int from ${occasionGuests} where ${occasionGuests.schoolId} = ${occasions.schoolId}
  and ${occasionGuests.occasionId} = ${occasions.id})`

/** The moments for attention, the first on top. */
export const occasionsOf = (tx: Tx, schoolId: string) =>
  tx
    .select({
      ...{ id: occasions.id, name: occasions.name, kind: occasions.kind, day: occasions.day },
      ...{ doneOn: occasions.doneOn, guests: onList },
    })
    .from(occasions)
    .where(eq(occasions.schoolId, schoolId))
    .orderBy(asc(occasions.day), asc(occasions.name))
export type OccasionListed = Awaited<ReturnType<typeof occasionsOf>>[number]

export async function findOccasion(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select()
    .from(occasions)
    .where(and(eq(occasions.schoolId, schoolId), eq(occasions.id, id)))
  return found
}

const firstFace = (today: Day) => sql<
  string | null
>`(select ${faces.name} from ${faces} where ${faces.schoolId} = ${relations.schoolId}
  and ${faces.relationId} = ${relations.id} and (${faces.leftOn} is null or ${faces.leftOn} > ${today}) order by ${faces.rank} limit 1)`

/** Every open line, with whether it is on the list and how it is addressed. One query. */
export const couldCome = (tx: Tx, schoolId: string, occasionId: string, today: Day) =>
  tx
    .select({
      ...{ id: relations.id, name: relations.name, postcode: relations.postcode, place: relations.place },
      ...{ owner: people.name, label: manners.label, face: firstFace(today) },
      isOn: sql<boolean>`${occasionGuests.relationId} is not null`,
    })
    .from(relations)
    .leftJoin(people, eq(people.id, relations.ownerId))
    .leftJoin(manners, and(eq(manners.schoolId, relations.schoolId), eq(manners.relationId, relations.id)))
    .leftJoin(
      occasionGuests,
      and(
        eq(occasionGuests.schoolId, relations.schoolId),
        eq(occasionGuests.relationId, relations.id),
        eq(occasionGuests.occasionId, occasionId),
      ),
    )
    .where(and(eq(relations.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)
export type CouldCome = Awaited<ReturnType<typeof couldCome>>[number]
