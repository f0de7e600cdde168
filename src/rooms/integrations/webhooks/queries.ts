import { and, arrayContains, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { requestMoments, requests } from '#rooms/requests/door.ts'
import { webhooks } from '../tables.ts'
import type { Event } from './rules.ts'

export const webhooksOf = (tx: Tx, organisationId: string) =>
  tx.select().from(webhooks).where(eq(webhooks.organisationId, organisationId)).orderBy(asc(webhooks.madeAt))

/** As the keeper: a moment of a request, with the two sides of it. What one asks a colleague has no partner. */
export async function findMoment(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select({
      ...{ id: requestMoments.id, kind: requestMoments.kind, at: requestMoments.at, requestId: requests.id },
      ...{ schoolId: requests.schoolId, partnerId: relations.organisationId, until: relations.until },
    })
    .from(requestMoments)
    .innerJoin(requests, and(eq(requests.schoolId, requestMoments.schoolId), eq(requests.id, requestMoments.requestId)))
    .innerJoin(relations, and(eq(relations.schoolId, requests.schoolId), eq(relations.id, requests.relationId)))
    .where(and(eq(requestMoments.schoolId, schoolId), eq(requestMoments.id, id)))
  return found
}

/** As the keeper: who wants to be told of this. */
export const listenersTo = (tx: Tx, organisationIds: string[], event: Event) =>
  tx
    .select({ organisationId: webhooks.organisationId, id: webhooks.id })
    .from(webhooks)
    .where(
      and(
        inArray(webhooks.organisationId, organisationIds),
        isNull(webhooks.stoppedAt),
        arrayContains(webhooks.events, [event]),
      ),
    )

/** As the keeper: a webhook with who made it, as what she belongs there now. */
export async function findWebhook(tx: Tx, organisationId: string, id: string) {
  const [found] = await tx
    .select({
      webhook: webhooks,
      maker: people.name,
      ...{ mail: people.mail, language: people.language },
      roles: memberships.roles,
      until: memberships.until,
    })
    .from(webhooks)
    .innerJoin(people, eq(people.id, webhooks.personId))
    .leftJoin(
      memberships,
      and(eq(memberships.organisationId, webhooks.organisationId), eq(memberships.personId, webhooks.personId)),
    )
    .where(and(eq(webhooks.organisationId, organisationId), eq(webhooks.id, id)))
  return found
}
