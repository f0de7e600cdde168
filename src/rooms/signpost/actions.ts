import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { namesAChild } from '#rooms/trade/door.ts'
import { mayTendRoute } from './access.ts'
import type { RouteSaid } from './forms.ts'
import { findRoute } from './queries.ts'
import { knownTopics } from './rules.ts'
import { routes } from './tables.ts'

export type Written = { ok: true } | { ok: false; because: 'not-yours' | 'no-such-topic' | 'child' | 'bsn' }

/** Writes down how this school does it for one topic. Whoever wrote it first keeps it. */
export async function writeRoute(tx: Tx, me: Actor, topic: string, said: RouteSaid & { today: Day }): Promise<Written> {
  if (!knownTopics([topic]).length) return { ok: false, because: 'no-such-topic' }
  const before = await findRoute(tx, me.organisationId, topic)
  if (!mayTendRoute(me, before)) return { ok: false, because: 'not-yours' }
  const named = namesAChild(said.text) ?? namesAChild(said.source)
  if (named) return { ok: false, because: named === 'bsn' ? 'bsn' : 'child' }
  const { role, text, source, today } = said
  const written = { role, text: text || null, source, ownerId: before?.ownerId ?? me.personId, updatedOn: today }
  await tx
    .insert(routes)
    .values({ schoolId: me.organisationId, topic, ...written })
    .onConflictDoUpdate({ target: [routes.schoolId, routes.topic], set: written })
  return { ok: true }
}
