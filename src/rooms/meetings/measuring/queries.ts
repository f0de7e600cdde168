import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { meetingLinks, meetings } from '../tables.ts'

/** What was fixed in the last year after it was asked: how many days that took, and how many were asked. No names. */
export const fixedLately = (tx: Tx, schoolId: string) =>
  tx
    .select({
      days: sql<number>`extract(epoch from ${meetings.fixedAt} - ${meetings.askedAt})::float8 / 86400`,
      asked: sql<number>`${sql`(select count(*)::int - 1 from ${meetingLinks}
        where ${meetingLinks.schoolId} = ${meetings.schoolId} and ${meetingLinks.meetingId} = ${meetings.id})`}`,
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.schoolId, schoolId),
        isNotNull(meetings.fixedAt),
        // What was agreed by phone was never asked here.
        isNotNull(meetings.answerBy),
        gt(meetings.fixedAt, sql`now() - interval '1 year'`),
      ),
    )
