import { type SQL, sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'

/** The newest link of a chain, as far as the asker may see it. */
export async function newestLink(tx: Tx, schoolId: string): Promise<number> {
  const [row] = await rowsOf<{ seq: number | string | null }>(
    tx,
    sql`select max(seq) as seq from trail where school_id = ${schoolId}`,
  )
  return Number(row?.seq ?? 0)
}

const anyId = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** Every id that stands in a link after this one, in whichever table: these rows somebody used or changed since. */
export async function mentionedSince(
  tx: Tx,
  schoolId: string,
  { after, except }: { after: number; except: SQL },
): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct found[1] as id from trail,
          regexp_matches(concat_ws(' ', contents::text, row_id), ${anyId}, 'g') as found
        where school_id = ${schoolId} and seq > ${after} and not (${except})`,
  )
  return new Set(rows.map(({ id }) => id))
}
