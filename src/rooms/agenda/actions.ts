import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { spaces } from '#rooms/people/door.ts'
import { mayTendPresence } from './access.ts'
import type { PresenceSaid } from './forms.ts'
import { findLine, presencesOf } from './queries.ts'
import { clock } from './rules.ts'
import { presences } from './tables.ts'

export type Done<Because extends string> = { ok: true; id: string } | { ok: false; because: Because }

/** A partner comes on these weekdays, at these hours. Said twice, it stands once. */
export async function addPresence(
  tx: Tx,
  me: Actor,
  relationId: string,
  said: PresenceSaid,
): Promise<Done<'not-found' | 'not-yours' | 'no-such-space'>> {
  const line = await findLine(tx, relationId)
  if (!line) return { ok: false, because: 'not-found' }
  if (!mayTendPresence(me, line)) return { ok: false, because: 'not-yours' }
  const { weekdays, spaceId, ...hours } = said
  if (spaceId && !(await hasSpace(tx, line.schoolId, spaceId))) return { ok: false, because: 'no-such-space' }
  const known = new Set((await presencesOf(tx, line.schoolId, relationId)).map(hourOf))
  const fresh = weekdays.map((weekday) => ({ schoolId: line.schoolId, relationId, weekday, spaceId, ...hours }))
  const added = fresh.filter((hour) => !known.has(hourOf(hour)))
  if (added.length) await tx.insert(presences).values(added)
  return { ok: true, id: relationId }
}

const hourOf = ({ weekday, from, until }: { weekday: number; from: string; until: string }) =>
  `${weekday} ${clock(from)} ${clock(until)}`

const hasSpace = async (tx: Tx, schoolId: string, id: string) => {
  const found = await tx
    .select({ id: spaces.id })
    .from(spaces)
    .where(and(eq(spaces.schoolId, schoolId), eq(spaces.id, id)))
  return found.length > 0
}

export async function removePresence(
  tx: Tx,
  me: Actor,
  relationId: string,
  id: string,
): Promise<Done<'not-found' | 'not-yours'>> {
  const line = await findLine(tx, relationId)
  if (!line) return { ok: false, because: 'not-found' }
  if (!mayTendPresence(me, line)) return { ok: false, because: 'not-yours' }
  const gone = await tx
    .delete(presences)
    .where(and(eq(presences.schoolId, line.schoolId), eq(presences.relationId, relationId), eq(presences.id, id)))
    .returning({ id: presences.id })
  return gone.length ? { ok: true, id: relationId } : { ok: false, because: 'not-found' }
}
