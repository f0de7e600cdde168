import { and, asc, eq, gt, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { memberships } from '#rooms/people/door.ts'
import { type Face, faces, type Reason, type Relation, reasons, relations } from './tables.ts'

export type Line = { relation: Relation; reason: Reason | null }

/** One line with its reasons; nobody's when it is another school's. */
export async function findLine(tx: Tx, schoolId: string, id: string): Promise<Line | undefined> {
  const [found] = await tx
    .select({ relation: relations, reason: reasons })
    .from(relations)
    .leftJoin(reasons, and(eq(reasons.schoolId, relations.schoolId), eq(reasons.relationId, relations.id)))
    .where(and(eq(relations.schoolId, schoolId), eq(relations.id, id)))
  return found
}

/** Open lines with their reasons, some at a time in the order of their ids: for programs. `ended` takes history along. */
export const linePage = (
  tx: Tx,
  schoolId: string,
  { today, after, most, ended }: { today: Day; after: string | undefined; most: number; ended: boolean },
): Promise<Line[]> =>
  tx
    .select({ relation: relations, reason: reasons })
    .from(relations)
    .leftJoin(reasons, and(eq(reasons.schoolId, relations.schoolId), eq(reasons.relationId, relations.id)))
    .where(
      and(
        eq(relations.schoolId, schoolId),
        after ? gt(relations.id, after) : undefined,
        ended ? undefined : or(isNull(relations.until), gte(relations.until, today)),
      ),
    )
    .orderBy(asc(relations.id))
    .limit(most)

/** The faces at one partner, the first to ring first. */
export const facesOf = (tx: Tx, schoolId: string, relationId: string): Promise<Face[]> =>
  tx
    .select()
    .from(faces)
    .where(and(eq(faces.schoolId, schoolId), eq(faces.relationId, relationId)))
    .orderBy(asc(faces.rank), asc(faces.name))

/** Open lines under this name, whatever the capitals. */
export const namedLike = (tx: Tx, schoolId: string, name: string) =>
  tx
    .select({ id: relations.id, name: relations.name, place: relations.place })
    .from(relations)
    .where(
      and(
        eq(relations.schoolId, schoolId),
        sql`(${relations.until} is null or ${relations.until} >= current_date)`,
        sql`lower(${relations.name}) = lower(${name})`,
      ),
    )

/** Which of these people belong to this school. */
export async function areHere(tx: Tx, schoolId: string, personIds: readonly (string | null)[]): Promise<boolean> {
  const asked = [...new Set(personIds.filter((id) => id !== null))]
  if (!asked.length) return true
  const here = await tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.organisationId, schoolId), inArray(memberships.personId, asked)))
  return here.length === asked.length
}
