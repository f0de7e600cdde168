import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { integrations } from '../tables.ts'

/** Programs that come in as her: they do so no longer than she may herself. */
export const programsOf = (tx: Tx, { organisationId, personId }: From): Promise<Hung[]> =>
  tx
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
