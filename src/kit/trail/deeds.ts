import { sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'

/**
 * What one piece of work wrote, row by row, so that it can be taken back as one. It runs under the policies of whoever
 * does it: nobody takes back what she could not have changed herself.
 */
export type Row = Record<string, unknown>
/** Rows that belong together: of this table, those in which these columns hold these ids. */
export type Scope = { table: string; key: readonly string[]; where: Readonly<Record<string, string>> }
/** `was` is null for a row that was not there. Of a row that was, only what changed. */
export type Deed = { table: string; key: Row; was: Row | null; now: Row }
export type Seen = { table: string; key: readonly string[]; row: Row }[]

/** The rows as they are now. One query. */
export async function lookAt(tx: Tx, scopes: readonly Scope[]): Promise<Seen> {
  if (!scopes.length) return []
  const each = scopes.map(
    ({ table, where }, place) =>
      sql`select ${sql.raw(String(place))} as place, to_jsonb(t) as row from ${sql.identifier(table)} t where ${is(where)}`,
  )
  const rows = await rowsOf<{ place: number; row: Row }>(tx, sql.join(each, sql` union all `))
  return rows.flatMap(({ place, row }) => {
    const scope = scopes[place]
    return scope ? [{ table: scope.table, key: scope.key, row }] : []
  })
}

/** What was written between two looks, in the order of the scopes. */
export function deedsBetween(before: Seen, after: Seen): Deed[] {
  const known = new Map(before.map((seen) => [nameOf(seen), seen.row]))
  return after.flatMap((seen): Deed[] => {
    const { table, row } = seen
    const old = known.get(nameOf(seen))
    const key = part(row, seen.key)
    if (!old) return [{ table, key, was: null, now: row }]
    const changed = Object.keys(row).filter((column) => !same(old[column], row[column]))
    return changed.length ? [{ table, key, was: part(old, changed), now: part(row, changed) }] : []
  })
}

const nameOf = ({ table, key, row }: Seen[number]) => JSON.stringify([table, ...key.map((column) => row[column])])
const part = (row: Row, columns: readonly string[]): Row => Object.fromEntries(columns.map((name) => [name, row[name]]))
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const is = (key: Row) =>
  sql.join(
    Object.entries(key).map(([column, value]) => sql`t.${sql.identifier(column)} = ${value}`),
    sql` and `,
  )

/** Whether the rows are still as this left them; a column that came since does not count. */
export async function areUntouched(tx: Tx, deeds: readonly Deed[]): Promise<boolean> {
  for (const { table, key, now } of deeds) {
    const row = await current(tx, table, key)
    if (!row || Object.keys(now).some((column) => !same(row[column], now[column]))) return false
  }
  return true
}

/** Takes back, last first, what is still as it was left. Says whether all of it was. */
export async function takeBack(tx: Tx, deeds: readonly Deed[]): Promise<boolean> {
  let all = true
  for (const { table, key, was, now } of deeds.toReversed()) {
    const row = await current(tx, table, key)
    const mine = row ? Object.keys(now).filter((column) => same(row[column], now[column])) : []
    const whole = mine.length === Object.keys(now).length
    if (was === null) all = whole && (await remove(tx, table, key)) && all
    else all = (await putBack(tx, { table, key, was: part(was, mine) })) && whole && all
  }
  return all
}

const current = async (tx: Tx, table: string, key: Row): Promise<Row | undefined> =>
  (await rowsOf<{ row: Row }>(tx, sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${is(key)}`))[0]
    ?.row

const remove = async (tx: Tx, table: string, key: Row) =>
  (await rowsOf(tx, sql`delete from ${sql.identifier(table)} t where ${is(key)} returning 1`)).length > 0

async function putBack(tx: Tx, { table, key, was }: { table: string; key: Row; was: Row }): Promise<boolean> {
  const columns = Object.keys(was).map((name) => sql.identifier(name))
  if (!columns.length) return false
  const old = sql`jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(was)}::jsonb)`
  const set = columns.map((column) => sql`${column} = (${old}).${column}`)
  const done = await rowsOf(
    tx,
    sql`update ${sql.identifier(table)} t set ${sql.join(set, sql`, `)} where ${is(key)} returning 1`,
  )
  return done.length > 0
}
