import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { PassedOutside } from '#kit/http/hanging.ts'
import { invitations } from '../tables.ts'

/** As the keeper: the letter lets nobody in any more. Who comes after her is invited by who tends the line. */
export async function endInvitation(tx: Tx, { organisationId, id, now }: PassedOutside) {
  const ended = await tx
    .update(invitations)
    .set({ withdrawnAt: now })
    .where(and(eq(invitations.organisationId, organisationId), eq(invitations.id, id)))
    .returning({ id: invitations.id })
  return ended.length ? ('ended' as const) : ('gone' as const)
}
