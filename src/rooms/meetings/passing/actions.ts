import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { HandedOn } from '#kit/http/hanging.ts'
import { meetings } from '../tables.ts'

/** As the keeper: another chooses the moment from here on. */
export async function handMeeting(tx: Tx, { organisationId, id, from, to }: HandedOn) {
  if (!from) return 'gone' as const
  const handed = await tx
    .update(meetings)
    .set({ madeBy: to })
    .where(and(eq(meetings.schoolId, organisationId), eq(meetings.id, id), eq(meetings.madeBy, from)))
    .returning({ id: meetings.id })
  return handed.length ? ('handed' as const) : ('gone' as const)
}
