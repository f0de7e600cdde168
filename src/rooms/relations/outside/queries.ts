import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Outsider } from '#kit/http/hanging.ts'
import type { Day } from '#kit/time/day.ts'
import { faces, relations } from '../tables.ts'

const faceIs = (organisationId: string, id: string) => and(eq(faces.schoolId, organisationId), eq(faces.id, id))

export async function lineOfFace(tx: Tx, organisationId: string, faceId: string) {
  const [found] = await tx
    .select({ face: faces, relation: relations })
    .from(faces)
    .innerJoin(relations, and(eq(relations.schoolId, faces.schoolId), eq(relations.id, faces.relationId)))
    .where(faceIs(organisationId, faceId))
  return found
}

/** Who is at this partner on that day, the first to ring first. */
export const facesThere = (tx: Tx, organisationId: string, relationId: string, today: Day) =>
  tx
    .select({ id: faces.id, name: faces.name, rank: faces.rank })
    .from(faces)
    .where(
      and(
        ...[eq(faces.schoolId, organisationId), eq(faces.relationId, relationId)],
        or(isNull(faces.leftOn), gt(faces.leftOn, today)),
      ),
    )
    .orderBy(asc(faces.rank), asc(faces.name))

/** The line on which she is rung first. */
export const firstToRing = ({ organisationId, outsiderId, today }: Outsider) =>
  sql`select r.id::text as id, r.name as name, '/netwerk/' || r.id || '/gezichten' as href
    from ${faces} f join ${relations} r on r.school_id = f.school_id and r.id = f.relation_id
    where f.school_id = ${organisationId} and f.id = ${outsiderId} and not exists (select 1 from ${faces} other
      where other.school_id = f.school_id and other.relation_id = f.relation_id and other.id <> f.id and other.rank < f.rank
      and (other.left_on is null or other.left_on > ${today}))`
