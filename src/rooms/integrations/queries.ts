import { and, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import { people } from '#rooms/people/door.ts'
import { type Integration, integrations, machineReplies } from './tables.ts'

const makers = alias(people, 'makers')
const listed = {
  id: integrations.id,
  name: integrations.name,
  scopes: integrations.scopes,
  maker: makers.name,
  madeAt: integrations.madeAt,
  expiresOn: integrations.expiresOn,
  lastUsedOn: integrations.lastUsedOn,
  revokedAt: integrations.revokedAt,
}

/** The programs that may come in for this organisation, newest first. */
export const integrationsOf = (tx: Tx, organisationId: string) =>
  tx
    .select(listed)
    .from(integrations)
    .leftJoin(makers, eq(makers.id, integrations.personId))
    .where(eq(integrations.organisationId, organisationId))
    .orderBy(desc(integrations.madeAt))
export type Listed = Awaited<ReturnType<typeof integrationsOf>>[number]

/** As a guest who brings a token: the integration it belongs to, unless it was revoked. */
export async function findByDigest(tx: Tx, tokenDigest: string): Promise<Integration | undefined> {
  const [found] = await tx.select().from(integrations).where(eq(integrations.tokenDigest, tokenDigest))
  return found
}

/** As the keeper: one integration with whom to write to about it. */
export async function findToWarn(tx: Tx, organisationId: string, id: string) {
  const [found] = await tx
    .select({ integration: integrations, name: makers.name, mail: makers.mail, language: makers.language })
    .from(integrations)
    .innerJoin(makers, eq(makers.id, integrations.personId))
    .where(and(eq(integrations.organisationId, organisationId), eq(integrations.id, id)))
  return found
}

/** As the keeper, for the operator: every integration of the house. */
export const allIntegrations = (tx: Tx) =>
  tx
    .select({
      ...listed,
      organisation: sql<string>`(select name from organisations where id = ${integrations.organisationId})`,
    })
    .from(integrations)
    .leftJoin(makers, eq(makers.id, integrations.personId))
    .orderBy(desc(integrations.madeAt))

export async function findReply(tx: Tx, tokenId: string, key: string) {
  const [found] = await tx
    .select({ fingerprint: machineReplies.fingerprint, text: machineReplies.text })
    .from(machineReplies)
    .where(and(eq(machineReplies.tokenId, tokenId), eq(machineReplies.key, key)))
  return found
}
