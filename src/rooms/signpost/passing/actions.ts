import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { HandedOn } from '#kit/http/hanging.ts'
import { routes } from '../tables.ts'

/** As the keeper: another looks after this route. What it says stays as it was. */
export async function handRoute(tx: Tx, { organisationId, id, from, to }: HandedOn) {
  if (!from) return 'gone' as const
  const handed = await tx
    .update(routes)
    .set({ ownerId: to })
    .where(and(eq(routes.schoolId, organisationId), eq(routes.topic, id), eq(routes.ownerId, from)))
    .returning({ topic: routes.topic })
  return handed.length ? ('handed' as const) : ('gone' as const)
}
