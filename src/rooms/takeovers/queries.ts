import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { type Kind, type Takeover, takeoverRows, takeovers } from './tables.ts'

export type Counts = { added: number; completed: number; left: number; back: number; kept: number }
export type Told = { takeover: Takeover; counts: Counts; rows: LeftRow[] }
export type LeftRow = { name: string; because: string | null; undone: 'back' | 'kept' | null }

const has = (part: string) => sql<number>`count(*) filter (where counted and ${sql.raw(part)})::int`
const counted = {
  added: has("outcome = 'added'"),
  completed: has("outcome = 'completed'"),
  left: has("outcome = 'left'"),
  back: has("undone = 'back'"),
  kept: has("undone = 'kept'"),
}

const rowsOfOne = (schoolId: string, id: string) =>
  and(eq(takeoverRows.schoolId, schoolId), eq(takeoverRows.takeoverId, id))

export async function countsOf(tx: Tx, schoolId: string, id: string): Promise<Counts> {
  const [counts] = await tx.select(counted).from(takeoverRows).where(rowsOfOne(schoolId, id))
  return counts ?? { added: 0, completed: 0, left: 0, back: 0, kept: 0 }
}

export async function findTakeover(tx: Tx, schoolId: string, id: string): Promise<Takeover | undefined> {
  const [found] = await tx
    .select()
    .from(takeovers)
    .where(and(eq(takeovers.schoolId, schoolId), eq(takeovers.id, id)))
  return found
}

/** One of them with what became of its rows, and which were left or kept. Three queries. */
export async function tellTakeover(tx: Tx, schoolId: string, id: string): Promise<Told | undefined> {
  const takeover = await findTakeover(tx, schoolId, id)
  if (!takeover) return undefined
  const rows = await tx
    .select({ name: takeoverRows.name, because: takeoverRows.because, undone: takeoverRows.undone })
    .from(takeoverRows)
    .where(and(rowsOfOne(schoolId, id), or(eq(takeoverRows.outcome, 'left'), eq(takeoverRows.undone, 'kept'))))
    .orderBy(takeoverRows.at)
    .limit(200)
  return { takeover, counts: await countsOf(tx, schoolId, id), rows }
}

/** The lists of this kind that are still remembered, newest first; only those one may see. */
export const takeoversOf = (tx: Tx, schoolId: string, kind: Kind): Promise<Takeover[]> =>
  tx
    .select()
    .from(takeovers)
    .where(and(eq(takeovers.schoolId, schoolId), eq(takeovers.kind, kind)))
    .orderBy(desc(takeovers.createdAt))
    .limit(10)

/** The next few rows that have to go in. */
export const nextRows = (tx: Tx, schoolId: string, id: string, size: number) =>
  tx
    .select()
    .from(takeoverRows)
    .where(and(rowsOfOne(schoolId, id), isNull(takeoverRows.outcome)))
    .orderBy(takeoverRows.at)
    .limit(size)

/** The next few that have to come out: last in, first out. */
export const lastRows = (tx: Tx, schoolId: string, id: string, size: number) =>
  tx
    .select()
    .from(takeoverRows)
    .where(
      and(rowsOfOne(schoolId, id), isNull(takeoverRows.undone), sql`${takeoverRows.outcome} in ('added', 'completed')`),
    )
    .orderBy(desc(takeoverRows.at))
    .limit(size)
