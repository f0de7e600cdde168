import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { trail } from './tables.ts'

/**
 * As the keeper: of rows whose term has ended, the trail keeps who wrote when, and no longer what. The digests stay, so
 * the chain still verifies.
 */
export async function eraseContents(tx: Tx, tableName: string, rowIds: readonly string[]): Promise<void> {
  for (let from = 0; from < rowIds.length; from += 500)
    await tx
      .update(trail)
      .set({ contents: null })
      .where(and(eq(trail.tableName, tableName), inArray(trail.rowId, rowIds.slice(from, from + 500))))
}

/** As the keeper: the same for rows of these tables that somebody removed by hand before this day. */
export async function eraseRemoved(tx: Tx, tableNames: readonly string[], before: Day): Promise<void> {
  const ofThese = inArray(trail.tableName, [...tableNames])
  const removed = tx
    .select({ schoolId: trail.schoolId, tableName: trail.tableName, rowId: trail.rowId })
    .from(trail)
    .where(and(ofThese, eq(trail.deed, 'delete'), lt(trail.at, new Date(`${before}T00:00:00Z`))))
  const isRemoved = sql`(${trail.schoolId}, ${trail.tableName}, ${trail.rowId}) in ${removed}`
  await tx
    .update(trail)
    .set({ contents: null })
    .where(and(ofThese, isNotNull(trail.contents), isRemoved))
}
