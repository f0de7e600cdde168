import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import type { Single } from './rules.ts'

const owners = alias(people, 'owners')
const facesNow = (
  today: Day,
) => sql<number>`(select count(*)::int from ${faces} where ${faces.schoolId} = ${relations.schoolId}
  and ${faces.relationId} = ${relations.id} and (${faces.leftOn} is null or ${faces.leftOn} > ${today}))`

/** The open lines that nobody holds, or nobody stands in for. One query. */
export const singleLines = (tx: Tx, schoolId: string, today: Day): Promise<Single[]> =>
  tx
    .select({
      ...{ id: relations.id, name: relations.name, ownerId: relations.ownerId, owner: owners.name },
      ...{ deputyId: relations.deputyId, faces: facesNow(today) },
    })
    .from(relations)
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .where(
      and(
        eq(relations.schoolId, schoolId),
        or(isNull(relations.until), gte(relations.until, today)),
        or(isNull(relations.ownerId), isNull(relations.deputyId)),
      ),
    )
    .orderBy(sql`${relations.ownerId} is not null`, sql`${relations.name} collate "und-x-icu"`)
