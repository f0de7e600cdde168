import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { HandedOn } from '#kit/http/hanging.ts'
import { agreements } from '../tables.ts'

/** As the keeper: another does the school's part. What was agreed stays as it was. */
export async function handPromise(tx: Tx, { organisationId, id, from, to }: HandedOn) {
  if (!from) return 'gone' as const
  const handed = await tx
    .update(agreements)
    .set({ personId: to })
    .where(and(eq(agreements.schoolId, organisationId), eq(agreements.id, id), eq(agreements.personId, from)))
    .returning({ id: agreements.id })
  return handed.length ? ('handed' as const) : ('gone' as const)
}
