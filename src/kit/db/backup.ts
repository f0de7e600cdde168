import { sql } from 'drizzle-orm'
import { type Database, rowsOf, type Tx } from './database.ts'

/**
 * A backup is lines of JSON: first what it is, then every row as {table, row}. It holds no engine's own format, so
 * that what was written on the embedded database restores on PostgreSQL and the other way round.
 */
export type Line = { backup: 'kortelijnen'; version: 1; madeAt: string } | { table: string; row: unknown }

type TableName = { schema: string; name: string; selfReferring: boolean }

/** Every row of every table, parents before children. */
export async function* backUp(db: Database, now: Date): AsyncGenerator<Line> {
  yield { backup: 'kortelijnen', version: 1, madeAt: now.toISOString() }
  for (const schema of ['gate', 'public'] as const) {
    const rows = await asOwnerOf(db, schema, (tx) => linesOf(tx, schema))
    yield* rows
  }
}

async function linesOf(tx: Tx, schema: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const table of await tablesInOrder(tx, schema)) {
    const rows = await rowsOf<{ row: unknown }>(tx, sql`select to_jsonb(t) as row from ${identifier(table)} t`)
    for (const { row } of rows) lines.push({ table: `${table.schema}.${table.name}`, row })
  }
  return lines
}

export type Restored =
  | { ok: true; rows: number }
  | { ok: false; because: 'not-a-backup' | 'not-empty' | 'unknown-table'; table?: string }

/** Puts a backup back into an empty database. All of it, or nothing. */
export async function restore(db: Database, lines: Iterable<Line>): Promise<Restored> {
  const [head, ...rest] = lines
  if (!head || !('backup' in head) || head.backup !== 'kortelijnen') return { ok: false, because: 'not-a-backup' }
  const byTable = Map.groupBy(
    rest.filter((line) => 'table' in line),
    (line) => line.table,
  )
  let rows = 0
  for (const schema of ['gate', 'public'] as const) {
    const outcome = await asOwnerOf(db, schema, (tx) => putBack(tx, schema, byTable))
    if (!outcome.ok) return outcome
    rows += outcome.rows
  }
  return { ok: true, rows }
}

async function putBack(
  tx: Tx,
  schema: string,
  byTable: Map<string, { table: string; row: unknown }[]>,
): Promise<Restored> {
  // Rows come back with the trail they had; writing them now is not news.
  await tx.execute(sql`select set_config('house.restoring', 'on', true)`)
  const tables = await tablesInOrder(tx, schema)
  const known = new Set(tables.map((t) => `${t.schema}.${t.name}`))
  for (const name of byTable.keys())
    if (name.startsWith(`${schema}.`) && !known.has(name)) return { ok: false, because: 'unknown-table', table: name }
  for (const table of tables) {
    const [{ filled } = { filled: false }] = await rowsOf<{ filled: boolean }>(
      tx,
      sql`select exists(select from ${identifier(table)}) as filled`,
    )
    if (filled) return { ok: false, because: 'not-empty', table: table.name }
  }
  let rows = 0
  for (const table of tables)
    rows += await insertAll(
      tx,
      table,
      (byTable.get(`${table.schema}.${table.name}`) ?? []).map((l) => l.row),
    )
  return { ok: true, rows }
}

async function insertAll(tx: Tx, table: TableName, rows: unknown[]): Promise<number> {
  // Rows that refer to their own table go in one statement, at the end of which the references are looked at.
  const size = table.selfReferring ? Math.max(rows.length, 1) : 1000
  for (let from = 0; from < rows.length; from += size) {
    const batch = JSON.stringify(rows.slice(from, from + size))
    const name = identifier(table)
    await tx.execute(sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${batch}::jsonb)`)
  }
  return rows.length
}

const identifier = ({ schema, name }: TableName) => sql`${sql.identifier(schema)}.${sql.identifier(name)}`

/** The sign-in tables belong to the sign-in role, all others to the keeper. */
function asOwnerOf<T>(db: Database, schema: 'gate' | 'public', work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', ${schema === 'gate' ? 'house_gate' : 'house_keeper'}, true)`)
    return work(tx)
  })
}

/** Tables with those they refer to first. */
async function tablesInOrder(tx: Tx, schema: string): Promise<TableName[]> {
  const tables = await rowsOf<{ name: string; needs: string[] }>(
    tx,
    sql`
    select c.relname as name, coalesce(array_agg(distinct r.relname::text) filter (where r.relname is not null), '{}') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' left join pg_class r on r.oid = k.confrelid
    where c.relkind = 'r' and n.nspname = ${schema} group by 1 order by 1`,
  )
  const done: TableName[] = []
  const isDone = (name: string) => done.some((t) => t.name === name)
  const visit = ({ name, needs }: { name: string; needs: string[] }) => {
    if (isDone(name)) return
    for (const need of needs) if (need !== name) visit(tables.find((t) => t.name === need) ?? { name: need, needs: [] })
    done.push({ schema, name, selfReferring: needs.includes(name) })
  }
  tables.forEach(visit)
  return done
}
