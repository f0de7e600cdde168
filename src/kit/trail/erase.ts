import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
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
