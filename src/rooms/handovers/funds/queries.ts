import { and, asc, between, eq, gte, isNull, or } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { relations } from '#rooms/relations/door.ts'
import { lineFunds } from './tables.ts'

/** The line in the address, as whoever asks may see it. */
export async function lineOfFunds(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select()
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), eq(relations.id, id)))
  return found
}

/** On what money a line runs, what ends first on top. */
export const fundsOf = (tx: Tx, schoolId: string, relationId: string) =>
  tx
    .select()
    .from(lineFunds)
    .where(and(eq(lineFunds.schoolId, schoolId), eq(lineFunds.relationId, relationId)))
    .orderBy(asc(lineFunds.endsOn), asc(lineFunds.name))

/** Money of open lines that ends between these days. */
export const fundsEnding = (tx: Tx, schoolId: string, from: Day, until: Day) =>
  tx
    .select({ fund: lineFunds, partner: relations.name })
    .from(lineFunds)
    .innerJoin(relations, and(eq(relations.schoolId, lineFunds.schoolId), eq(relations.id, lineFunds.relationId)))
    .where(
      and(
        ...[eq(lineFunds.schoolId, schoolId), between(lineFunds.endsOn, from, until)],
        or(isNull(relations.until), gte(relations.until, from)),
      ),
    )
