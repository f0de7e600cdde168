import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { nameOf, roleAndFallbacks, topicOf } from '#rooms/trade/door.ts'
import { routes } from '../tables.ts'

/** Routes she looks after. */
export async function routesOf(tx: Tx, { organisationId, personId }: From): Promise<Hung[]> {
  const rows = await tx
    .select({ topic: routes.topic, role: routes.role })
    .from(routes)
    .where(and(eq(routes.schoolId, organisationId), eq(routes.ownerId, personId)))
    .orderBy(routes.topic)
  return rows.map(({ topic, role }) => ({
    id: topic,
    name: nameOf('topic', topic, 'nl'),
    href: '/bij-wie',
    roles: roleAndFallbacks(role ?? topicOf(topic)?.first_role ?? 'ib'),
  }))
}
