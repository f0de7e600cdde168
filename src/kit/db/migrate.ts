import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import type { Tx } from './database.ts'
import { rowsOf } from './database.ts'

const home = join(import.meta.dirname, '..', '..', '..', 'db')
const ground = (file: string) => readFileSync(join(home, 'ground', file), 'utf8')

/** Who runs the statements: a Drizzle database, and the driver's own way to run a script of several. */
export type Builder = {
  db: Tx
  engine: 'pglite' | 'postgres'
  script: (text: string) => Promise<unknown>
  servingLogin?: string | undefined
}

/** Roles, then the numbered migrations, then what no tool writes. Each can be run any number of times. */
export async function bringUpToDate({ db, engine, script, servingLogin }: Builder) {
  // Two processes may start at once on one server: the second waits here and then finds nothing left to do.
  if (engine === 'postgres') await db.execute(sql`select pg_advisory_lock(7243801)`)
  await script(ground('roles.sql'))
  const folder = { migrationsFolder: join(home, 'migrations') }
  if (engine === 'pglite') await migratePglite(db as never, folder)
  else await migratePostgres(db as never, folder)
  for (const file of ['trail.sql', 'guards.sql', 'facts.sql', 'grants.sql', 'machines.sql', 'planning.sql'])
    await script(ground(file))
  if (servingLogin) await letServe(db, servingLogin)
  if (engine === 'postgres') await db.execute(sql`select pg_advisory_unlock(7243801)`)
}

/** The serving login may become each of our roles, but inherits none of them. */
async function letServe(db: Tx, login: string) {
  const [row] = await rowsOf<{ name: string }>(db, sql`select quote_ident(${login}) as name`)
  for (const role of ['house_rest', 'house_member', 'house_keeper', 'house_guest', 'house_gate', 'house_machine'])
    await db.execute(sql.raw(`grant ${role} to ${row!.name}`))
}
