import { and, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { faces, relations } from '#rooms/relations/door.ts'

export type Desk = {
  id: string
  name: string
  partOfId: string | null
  phone: string | null
  face: { name: string; work: string | null; phone: string | null } | null
}

const desk = alias(relations, 'desk')
const whole = sql`coalesce(${relations.partOfId}, ${relations.id})`

/** The whole this line is part of, and the open departments of it beside this one; of a whole its departments. */
export const desksOnLine = (today: Day) => sql<
  Desk[]
>`coalesce((select json_agg(json_build_object('id', ${desk.id}, 'name', ${desk.name}, 'partOfId', ${desk.partOfId}, 'phone', ${desk.phone},
  'face', (select json_build_object('name', ${faces.name}, 'work', ${faces.work}, 'phone', ${faces.phone}) from ${faces}
    where ${faces.schoolId} = ${desk.schoolId} and ${faces.relationId} = ${desk.id} and (${faces.leftOn} is null or ${faces.leftOn} > ${today})
    order by ${faces.rank}, ${faces.name} limit 1)) order by ${desk.name} collate "und-x-icu", ${desk.id})
  from ${relations} as desk where ${desk.schoolId} = ${relations.schoolId} and ${desk.id} <> ${relations.id}
    and (${desk.id} = ${whole} or (${desk.partOfId} = ${whole} and (${desk.until} is null or ${desk.until} >= ${today})))), '[]'::json)`

/** The organisation of this name that can have departments, when it is clear which. */
export async function wholeNamed(tx: Tx, schoolId: string, name: string): Promise<string | undefined> {
  const found = await tx
    .select({ id: relations.id })
    .from(relations)
    .where(
      and(
        eq(relations.schoolId, schoolId),
        sql`lower(${relations.name}) = lower(${name})`,
        eq(relations.form, 'organisation'),
        isNull(relations.partOfId),
      ),
    )
    .limit(2)
  return found.length === 1 ? found[0]?.id : undefined
}
