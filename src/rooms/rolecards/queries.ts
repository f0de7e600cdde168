import { eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import type { Own } from './rules.ts'
import { roleCards } from './tables.ts'

/** The name of the school, and what it said of its roles in its own words. One query. */
export async function cardsOf(tx: Tx, schoolId: string): Promise<{ school: string; own: Map<string, Own> }> {
  const rows = await tx
    .select({
      school: organisations.name,
      card: {
        role: roleCards.role,
        task: roleCards.task,
        decides: roleCards.decides,
        consulted: roleCards.consulted,
      },
    })
    .from(organisations)
    .leftJoin(roleCards, eq(roleCards.schoolId, organisations.id))
    .where(eq(organisations.id, schoolId))
  const own = rows.flatMap(({ card }) => (card ? [[card.role, card] as const] : []))
  return { school: rows[0]?.school ?? '', own: new Map(own) }
}
