import { type SQL, sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'

/** The newest link of one's own chain. */
export async function newestLink(tx: Tx, schoolId: string): Promise<number> {
  const [row] = await rowsOf<{ seq: number | string | null }>(tx, sql`select house_newest_link(${schoolId}) as seq`)
  return Number(row?.seq ?? 0)
}

/** Every id that stands in a link after this one, in whichever table: these rows somebody used or changed since. */
export async function mentionedSince(
  tx: Tx,
  schoolId: string,
  { after, except }: { after: number; except: SQL },
): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct id from house_mentions(${schoolId}, ${after}) where not (${except})`,
  )
  return new Set(rows.map(({ id }) => id))
}
