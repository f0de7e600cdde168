import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { cleared, namesAChild } from '#rooms/trade/door.ts'
import { mayWriteCards } from './access.ts'
import type { CardSaid } from './forms.ts'
import { isOnCard, parts } from './rules.ts'
import { roleCards } from './tables.ts'

export type Done = { ok: true } | { ok: false; because: 'not-found' } | { ok: false; because: 'names'; field: string }

/** What a role is at this school, in its own words. What is left empty is said in the words of the house again. */
export async function writeCard(tx: Tx, me: Actor, role: string, said: CardSaid): Promise<Done> {
  if (!mayWriteCards(me) || !isOnCard(role)) return { ok: false, because: 'not-found' }
  const wrong = parts.find((part) => isAboutSomebody(said[part] ?? ''))
  if (wrong) return { ok: false, because: 'names', field: wrong }
  const { organisationId: schoolId } = me
  if (parts.every((part) => said[part] === null))
    await tx.delete(roleCards).where(and(eq(roleCards.schoolId, schoolId), eq(roleCards.role, role)))
  else
    await tx
      .insert(roleCards)
      .values({ schoolId, role, ...said })
      .onConflictDoUpdate({ target: [roleCards.schoolId, roleCards.role], set: said })
  return { ok: true }
}

const isAboutSomebody = (text: string) => cleared(text).warnings.length > 0 || namesAChild(text) !== undefined
