import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { meetings } from '../tables.ts'

/** What was fixed in the last year after it was asked: how many days that took, and how many were asked. No names. */
export const fixedLately = (tx: Tx, schoolId: string) =>
  tx
    .select({
      days: sql<number>`extract(epoch from ${meetings.fixedAt} - ${meetings.askedAt})::float8 / 86400`,
      asked: sql<number>`cardinality(${meetings.keys}) - 1`,
    })
    .from(meetings)
    .where(
      and(
        eq(meetings.schoolId, schoolId),
        isNotNull(meetings.fixedAt),
        gt(meetings.fixedAt, sql`now() - interval '1 year'`),
      ),
    )
