import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { isColleague } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { isMine, mayRemove } from './access.ts'
import type { TipSaid } from './forms.ts'
import { findTip } from './queries.ts'
import { namesSomebody } from './rules.ts'
import { tips } from './tables.ts'

export type Told = { ok: true; id: string } | { ok: false; because: 'not-found' | 'not-yours' | 'names' }

/** One line of experience with a partner, by a colleague who did it. */
export async function giveTip(tx: Tx, me: Actor, relationId: string, said: TipSaid & { today: Day }): Promise<Told> {
  if (!isColleague(me)) return { ok: false, because: 'not-yours' }
  if (!(await isOurs(tx, me, relationId))) return { ok: false, because: 'not-found' }
  if (namesSomebody(said.line)) return { ok: false, because: 'names' }
  const { today, ...told } = said
  const id = crypto.randomUUID()
  await tx
    .insert(tips)
    .values({ schoolId: me.organisationId, id, relationId, ...told, authorId: me.personId, confirmedOn: today })
  return { ok: true, id }
}

async function isOurs(tx: Tx, me: Actor, relationId: string) {
  const found = await tx
    .select({ id: relations.id })
    .from(relations)
    .where(and(eq(relations.schoolId, me.organisationId), eq(relations.id, relationId)))
  return found.length > 0
}

const tipIs = (me: Actor, id: string) => and(eq(tips.schoolId, me.organisationId), eq(tips.id, id))

/** Said again in other words; only by who said it. */
export async function changeTip(tx: Tx, me: Actor, id: string, said: TipSaid & { today: Day }): Promise<Told> {
  const tip = await findTip(tx, me.organisationId, id)
  if (!tip) return { ok: false, because: 'not-found' }
  if (!isMine(me, tip)) return { ok: false, because: 'not-yours' }
  if (namesSomebody(said.line)) return { ok: false, because: 'names' }
  const { today, ...told } = said
  await tx
    .update(tips)
    .set({ ...told, confirmedOn: today })
    .where(tipIs(me, id))
  return { ok: true, id }
}

/** It still holds. */
export async function confirmTip(tx: Tx, me: Actor, id: string, today: Day): Promise<Told> {
  const confirmed = await tx
    .update(tips)
    .set({ confirmedOn: today })
    .where(and(tipIs(me, id), eq(tips.authorId, me.personId)))
    .returning()
  return confirmed.length ? { ok: true, id } : { ok: false, because: 'not-found' }
}

export async function removeTip(tx: Tx, me: Actor, id: string): Promise<Told> {
  const tip = await findTip(tx, me.organisationId, id)
  if (!tip) return { ok: false, because: 'not-found' }
  if (!mayRemove(me, tip)) return { ok: false, because: 'not-yours' }
  await tx.delete(tips).where(tipIs(me, id))
  return { ok: true, id }
}
