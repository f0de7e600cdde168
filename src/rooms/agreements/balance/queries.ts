import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { balances } from './tables.ts'

/** What both sides said of one line, all years. */
export const balancesOf = (tx: Tx, schoolId: string, relationId: string) =>
  tx
    .select({
      ...{ schoolYear: balances.schoolYear, side: balances.side, weight: balances.weight, line: balances.line },
    })
    .from(balances)
    .where(and(eq(balances.schoolId, schoolId), eq(balances.relationId, relationId)))
