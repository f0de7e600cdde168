import { getTableColumns, sql } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './database.ts'

const most = 5_000

/** Rows come out of functions, where TypeScript lets a field too many pass: here it does not. */
type NoOthers<Row, Known> = { [Field in Exclude<keyof Row, keyof Known>]: never }

/**
 * Many rows of one table in few statements: they travel as one JSON text instead of as tens of thousands of parameters.
 * Every row names the same columns; the others get their default. For what is made by the keeper in bulk.
 */
export async function insertMany<T extends PgTable, Row extends T['$inferInsert']>(
  tx: Tx,
  table: T,
  rows: readonly (Row & NoOthers<Row, T['$inferInsert']>)[],
  { unlessThere = false } = {},
): Promise<number> {
  const [first] = rows
  if (!first) return 0
  const casing = new CasingCache('snake_case')
  const columns = getTableColumns(table)
  const named = Object.keys(first).map((key) => ({ key, name: casing.getColumnCasing(columns[key]!) }))
  const list = sql.join(
    named.map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  const target = sql.identifier(getTableConfig(table).name)
  for (let from = 0; from < rows.length; from += most) {
    const batch = JSON.stringify(
      rows.slice(from, from + most).map((row) => {
        const said = row as Record<string, unknown>
        return Object.fromEntries(named.map(({ key, name }) => [name, said[key] ?? null]))
      }),
    )
    await tx.execute(sql`insert into ${table} (${list}) select ${list}
      from jsonb_populate_recordset(null::${target}, ${batch}::jsonb) ${unlessThere ? sql`on conflict do nothing` : sql``}`)
  }
  return rows.length
}
