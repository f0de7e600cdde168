import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { introductions, welcomePacks } from './tables.ts'

const writers = alias(people, 'writers')

/** The school and how it says it works. One query; the words are empty while nobody wrote them. */
export async function schoolWithPack(tx: Tx, schoolId: string) {
  const [found] = await tx
    .select({
      ...{ name: organisations.name, place: organisations.place, phone: organisations.phone },
      ...{ website: organisations.website, writer: writers.name, writtenOn: welcomePacks.writtenOn },
      ...{ vision: welcomePacks.vision, methods: welcomePacks.methods, rules: welcomePacks.rules },
      whom: welcomePacks.whom,
    })
    .from(organisations)
    .leftJoin(welcomePacks, eq(welcomePacks.schoolId, organisations.id))
    .leftJoin(writers, eq(writers.id, welcomePacks.writtenBy))
    .where(eq(organisations.id, schoolId))
  return found
}
export type SchoolWithPack = NonNullable<Awaited<ReturnType<typeof schoolWithPack>>>

const owners = alias(people, 'owners')
type Face = { name: string; phone: string | null; mail: string | null }
const firstFace = sql<Face | null>`(select json_build_object('name', ${faces.name}, 'phone', ${faces.phone}, 'mail', ${faces.mail})
  from ${faces} where ${faces.schoolId} = ${relations.schoolId} and ${faces.relationId} = ${relations.id}
  and (${faces.leftOn} is null or ${faces.leftOn} > current_date) order by ${faces.rank} limit 1)`

/** The partners a new colleague meets, in the order of the days. One query. */
export const introductionsOf = (tx: Tx, schoolId: string, personId: string) =>
  tx
    .select({
      ...{ id: introductions.id, relationId: introductions.relationId, name: relations.name },
      ...{ onDay: introductions.onDay, metOn: introductions.metOn, owner: owners.name, face: firstFace },
    })
    .from(introductions)
    .innerJoin(
      relations,
      and(eq(relations.schoolId, introductions.schoolId), eq(relations.id, introductions.relationId)),
    )
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .where(and(eq(introductions.schoolId, schoolId), eq(introductions.personId, personId)))
    .orderBy(sql`${introductions.onDay} nulls last`, asc(relations.name))
export type ToMeet = Awaited<ReturnType<typeof introductionsOf>>[number]
