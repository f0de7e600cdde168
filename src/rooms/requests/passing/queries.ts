import { and, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { relations } from '#rooms/relations/door.ts'
import { toldOf } from '../letters/queries.ts'
import { isClosed, stateOf } from '../rules.ts'
import { requests } from '../tables.ts'

/** Her open questions to partners. What was asked is not said here: whoever takes it over reads it then. */
export async function questionsAsked(tx: Tx, { organisationId, personId }: From): Promise<Hung[]> {
  const rows = await tx
    .select({ id: requests.id, name: relations.name, ownerId: relations.ownerId, deputyId: relations.deputyId })
    .from(requests)
    .innerJoin(relations, and(eq(relations.schoolId, requests.schoolId), eq(relations.id, requests.relationId)))
    .where(and(eq(requests.schoolId, organisationId), eq(requests.askedBy, personId), isNotNull(requests.relationId)))
    .orderBy(requests.createdAt)
  const open: Hung[] = []
  for (const { id, name, ownerId, deputyId } of rows)
    if (!isClosed(stateOf(await toldOf(tx, organisationId, id))))
      open.push({ id, name, href: `/vragen/${id}`, next: ownerId === personId ? deputyId : ownerId })
  return open
}

/** Open questions between her and one colleague: nobody else's to read. */
export async function questionsBetween(tx: Tx, { organisationId, personId }: From) {
  const rows = await tx
    .select({ id: requests.id, personId: requests.personId })
    .from(requests)
    .where(
      and(
        eq(requests.schoolId, organisationId),
        isNull(requests.relationId),
        or(eq(requests.askedBy, personId), eq(requests.personId, personId)),
      ),
    )
  const open: { id: string; isToHer: boolean }[] = []
  for (const row of rows) {
    const state = stateOf(await toldOf(tx, organisationId, row.id))
    const isToHer = row.personId === personId
    if (!isClosed(state) && !(isToHer && state === 'declined')) open.push({ id: row.id, isToHer })
  }
  return open
}
