import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { PassedOutside } from '#kit/http/hanging.ts'
import type { Day } from '#kit/time/day.ts'
import { meetingLinks } from '../tables.ts'
import { linkIsOver } from './queries.ts'

/** As the keeper: her link opens the meeting no more. Who comes after her is invited by whoever made it. */
export async function endLink(tx: Tx, { organisationId, id }: PassedOutside) {
  const closed = await end(tx, and(eq(meetingLinks.schoolId, organisationId), eq(meetingLinks.id, id)) as SQL)
  return closed ? ('ended' as const) : ('gone' as const)
}

/**
 * As the keeper, once a day: links of who left, and of meetings a month ago, end for good. They open nothing before that
 * either (access.ts); this holds also when somebody comes back or a line begins again. Says how many.
 */
export const endLinks = (tx: Tx, today: Day) => end(tx, linkIsOver(today))

async function end(tx: Tx, which: SQL): Promise<number> {
  const closed = await tx
    .update(meetingLinks)
    .set({ endedAt: sql`now()` })
    .where(and(isNull(meetingLinks.endedAt), which))
    .returning({ id: meetingLinks.id })
  return closed.length
}
