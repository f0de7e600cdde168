import { sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'

/**
 * From here on in this transaction the keeper's rows leave no link each, as when a backup is put back. Whoever does so
 * begins the chains with one link that says what was written.
 */
export const writeInBulk = (tx: Tx) => tx.execute(sql`select set_config('house.restoring', 'on', true)`)

/** As the keeper: the first link of chains that have none yet, instead of a link for each row that was made in bulk. */
export async function beginChains(
  tx: Tx,
  schoolIds: readonly string[],
  { tableName, contents }: { tableName: string; contents: Readonly<Record<string, unknown>> },
): Promise<void> {
  const ids = JSON.stringify(schoolIds)
  const what = JSON.stringify(contents)
  // The same sentence as in db/ground/trail.sql, for a first link: nothing before it, and written by the house itself.
  await tx.execute(sql`
    with begun as (
      select id::uuid as school, clock_timestamp() as at, ${what}::jsonb as what
      from jsonb_array_elements_text(${ids}::jsonb) as id
      where not exists (select from trail_heads where school_id = id::uuid)),
    digested as (
      select *, encode(sha256(convert_to(what::text, 'UTF8')), 'hex') as what_digest from begun),
    linked as (
      select *, encode(sha256(convert_to(concat_ws('|', '', school, 1, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        null, 'insert', ${tableName}::text, null, what_digest), 'UTF8')), 'hex') as link from digested),
    written as (
      insert into trail (school_id, seq, at, deed, table_name, contents, contents_digest, previous, digest)
      select school, 1, at, 'insert', ${tableName}, what, what_digest, '', link from linked)
    insert into trail_heads (school_id, seq, digest) select school, 1, link from linked`)
}

/** As the keeper: whose chain has begun. */
export async function chainsBegun(tx: Tx): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(tx, sql`select school_id as id from trail_heads`)
  return new Set(rows.map(({ id }) => id))
}
