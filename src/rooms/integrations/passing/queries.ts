import { and, eq, isNull, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { integrations, webhooks } from '../tables.ts'

/** Programs that come in as her, and addresses that are told in her name: no longer than she may herself. */
export function programsOf(tx: Tx, { organisationId, personId }: From): Promise<Hung[]> {
  const hers = (table: typeof integrations | typeof webhooks) =>
    and(eq(table.organisationId, organisationId), eq(table.personId, personId))
  const come = tx
    .select({ id: integrations.id, name: integrations.name })
    .from(integrations)
    .where(and(hers(integrations), isNull(integrations.revokedAt)))
  const told = tx
    .select({ id: webhooks.id, name: webhooks.name })
    .from(webhooks)
    .where(and(hers(webhooks), isNull(webhooks.stoppedAt)))
  return unionAll(come, told).orderBy(sql`name`)
}
