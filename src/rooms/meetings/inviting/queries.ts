import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { isOver, stateOf } from '../rules.ts'
import { type Meeting, meetingAddresses } from '../tables.ts'

/** As the maker: where letters to those who are invited go. */
export async function addressesOf(tx: Tx, { schoolId, id }: Pick<Meeting, 'schoolId' | 'id'>) {
  const rows = await tx
    .select({ id: meetingAddresses.id, mail: meetingAddresses.mail })
    .from(meetingAddresses)
    .where(and(eq(meetingAddresses.schoolId, schoolId), eq(meetingAddresses.meetingId, id)))
  return new Map(rows.map((row) => [row.id, row.mail]))
}

/** Who is invited changes until it is over or off. */
export const takesChanges = (meeting: Meeting, now: Date) => stateOf(meeting) !== 'cancelled' && !isOver(meeting, now)
