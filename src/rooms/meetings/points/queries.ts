import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { type Meeting, meetingPoints } from '../tables.ts'

/** What is spoken about, in order, for who made it or is invited. As a guest too. */
export async function pointsOf(tx: Tx, { schoolId, id }: Pick<Meeting, 'schoolId' | 'id'>): Promise<string[]> {
  const rows = await tx
    .select({ point: meetingPoints.point })
    .from(meetingPoints)
    .where(and(eq(meetingPoints.schoolId, schoolId), eq(meetingPoints.meetingId, id)))
    .orderBy(asc(meetingPoints.nr))
  return rows.map(({ point }) => point)
}
