import { and, eq, gte, isNull, notExists, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { relations } from '#rooms/relations/door.ts'
import { agreements, keepings } from '../tables.ts'

/** What she agreed to do and nobody has a word on yet, by the partner it is with. */
export async function promisesOf(tx: Tx, { organisationId, personId, today }: From): Promise<Hung[]> {
  const said = tx
    .select({ one: sql`1` })
    .from(keepings)
    .where(and(eq(keepings.schoolId, agreements.schoolId), eq(keepings.agreementId, agreements.id)))
  const rows = await tx
    .select({
      ...{ id: agreements.id, name: relations.name, relationId: relations.id },
      ...{ ownerId: relations.ownerId, deputyId: relations.deputyId },
    })
    .from(agreements)
    .innerJoin(relations, and(eq(relations.schoolId, agreements.schoolId), eq(relations.id, agreements.relationId)))
    .where(
      and(
        eq(agreements.schoolId, organisationId),
        eq(agreements.personId, personId),
        or(isNull(relations.until), gte(relations.until, today)),
        notExists(said),
      ),
    )
    .orderBy(agreements.until)
  return rows.map(({ id, name, relationId, ownerId, deputyId }) => ({
    ...{ id, name, href: `/netwerk/${relationId}`, next: ownerId === personId ? deputyId : ownerId },
  }))
}
