import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { integrations, webhooks } from '../tables.ts'

/** Programs that come in as her, and addresses that are told in her name: no longer than she may herself. */
export async function programsOf(tx: Tx, { organisationId, personId }: From): Promise<Hung[]> {
  const tokens = await tx
    .select({ id: integrations.id, name: integrations.name })
    .from(integrations)
    .where(
      and(
        eq(integrations.organisationId, organisationId),
        eq(integrations.personId, personId),
        isNull(integrations.revokedAt),
      ),
    )
    .orderBy(integrations.name)
  const told = await tx
    .select({ id: webhooks.id, name: webhooks.name })
    .from(webhooks)
    .where(
      and(eq(webhooks.organisationId, organisationId), eq(webhooks.personId, personId), isNull(webhooks.stoppedAt)),
    )
    .orderBy(webhooks.name)
  return [...tokens, ...told]
}
