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

/** Takes back, last first, what is still as it was left. Says whether all of it was. */
export async function takeBack(tx: Tx, deeds: readonly Deed[]): Promise<boolean> {
  let all = true
  for (const { table, key, was, now } of deeds.toReversed())
    all = (was === null ? await remove(tx, { table, key, now }) : await putBack(tx, { table, key, was, now })) && all
  return all
}

/** Only when it is as it was left; a column that came since does not count. */
async function remove(tx: Tx, { table, key, now }: Omit<Deed, 'was'>): Promise<boolean> {
  const left = JSON.stringify(now)
  const gone = await rowsOf(
    tx,
    sql`delete from ${sql.identifier(table)} t where ${is(key)}
      and (select jsonb_object_agg(name, to_jsonb(t) -> name) from jsonb_object_keys(${left}::jsonb) name) = ${left}::jsonb
      returning 1`,
  )
  return gone.length > 0
}

/** Column by column: what somebody wrote over since stays hers. */
async function putBack(tx: Tx, { table, key, was, now }: Deed): Promise<boolean> {
  const [found] = await rowsOf<{ row: Row }>(
    tx,
    sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${is(key)}`,
  )
  const mine = Object.keys(now).filter((column) => found && same(found.row[column], now[column]))
  if (!mine.length) return false
  const old = sql`jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(part(was ?? {}, mine))}::jsonb)`
  const set = mine.map((column) => sql`${sql.identifier(column)} = (${old}).${sql.identifier(column)}`)
  const done = await rowsOf(
    tx,
    sql`update ${sql.identifier(table)} t set ${sql.join(set, sql`, `)} where ${is(key)} returning 1`,
  )
  return done.length > 0 && mine.length === Object.keys(now).length
}
