import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { mayTend } from '#rooms/relations/door.ts'
import { cleared } from '#rooms/trade/door.ts'
import type { FundSaid } from './forms.ts'
import { lineOfFunds } from './queries.ts'
import { lineFunds } from './tables.ts'

export type Done = { ok: true } | { ok: false; because: 'not-found' | 'names' }

/** Notes money that a line runs on, and when it ends. */
export async function noteFund(tx: Tx, me: Actor, relationId: string, said: FundSaid): Promise<Done> {
  const line = await lineOfFunds(tx, me.organisationId, relationId)
  if (!line || !mayTend(me, line)) return { ok: false, because: 'not-found' }
  if (cleared(said.name).warnings.length) return { ok: false, because: 'names' }
  await tx.insert(lineFunds).values({ schoolId: me.organisationId, relationId, ...said, notedBy: me.personId })
  return { ok: true }
}

export async function removeFund(tx: Tx, me: Actor, relationId: string, id: string): Promise<Done> {
  const line = await lineOfFunds(tx, me.organisationId, relationId)
  if (!line || !mayTend(me, line)) return { ok: false, because: 'not-found' }
  const here = and(eq(lineFunds.schoolId, me.organisationId), eq(lineFunds.relationId, relationId))
  const gone = await tx
    .delete(lineFunds)
    .where(and(here, eq(lineFunds.id, id)))
    .returning({ id: lineFunds.id })
  return gone.length ? { ok: true } : { ok: false, because: 'not-found' }
}
