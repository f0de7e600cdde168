import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
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

const laid = ['trail.sql', 'guards.sql', 'facts.sql', 'grants.sql', 'machines.sql', 'planning.sql', 'polls.sql']

/**
 * Roles, then the numbered migrations, then what no tool writes. Each can be run any number of times; but where all of it
 * was done as it stands here, nothing is: laying the ground anew takes most of the time in which a house opens.
 */
export async function bringUpToDate({ db, engine, script, servingLogin }: Builder) {
  // Two processes may start at once on one server: the second waits here and then finds nothing left to do.
  if (engine === 'postgres') await db.execute(sql`select pg_advisory_lock(7243801)`)
  const made = digestOfAll()
  const stands = await standing(db)
  if (stands?.said !== stampOf(made, stands?.held)) {
    await script(ground('roles.sql'))
    const folder = { migrationsFolder: join(home, 'migrations') }
    if (engine === 'pglite') await migratePglite(db as never, folder)
    else await migratePostgres(db as never, folder)
    for (const file of laid) await script(ground(file))
    // Said twice: which rights there are is known only when the one on this function itself stands.
    await script(saying(made))
    await script(saying(made, (await standing(db))?.held))
  }
  if (servingLogin) await letServe(db, servingLogin)
  if (engine === 'postgres') await db.execute(sql`select pg_advisory_unlock(7243801)`)
}

/** What the database would be made from now. */
function digestOfAll(): string {
  const digest = createHash('sha256')
  for (const file of globSync('{ground,migrations}/*.sql', { cwd: home }).sort())
    digest.update(file).update(readFileSync(join(home, file)))
  return digest.digest('hex')
}

/**
 * What it was made from, and who may what in it now: a database that is moved may leave its grants or its owners behind.
 * The first stands in a function, for whoever may make tables may make that too.
 */
async function standing(db: Tx) {
  const asked = sql`select prosrc as said, ${rights} as held from pg_proc where oid = to_regprocedure('house_as_of()')`
  const [row] = await rowsOf<{ said: string; held: string }>(db, asked)
  return row
}

/** Every grant on what is ours. In each stands who gave it, the owner, so that another owner of a function shows too. */
const rights = sql`(select md5(string_agg(concat_ws(' ', kind, place, name, acl), ';' order by kind, place, name))
  from (
    select 'schema' as kind, nspname as place, nspname as name, nspacl as acl from pg_namespace
    union all select 'table', nspname, relname, relacl
      from pg_class join pg_namespace n on n.oid = relnamespace where relkind in ('r', 'S')
    union all select concat('column of ', relname), nspname, attname, attacl
      from pg_attribute join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace where attacl is not null
    union all select 'function', nspname, proname, proacl
      from pg_proc join pg_namespace n on n.oid = pronamespace where starts_with(proname, 'house_')
  ) as granted
  where place in ('public', 'gate'))`

const stampOf = (made: string, held = '') => ` select '${made} ${held}' `
const saying = (made: string, held?: string) =>
  `create or replace function house_as_of() returns text language sql immutable as $$${stampOf(made, held)}$$;
  revoke execute on function house_as_of() from public;`

/** The serving login may become each of our roles, but inherits none of them. */
async function letServe(db: Tx, login: string) {
  const [row] = await rowsOf<{ name: string }>(db, sql`select quote_ident(${login}) as name`)
  for (const role of ['house_rest', 'house_member', 'house_keeper', 'house_guest', 'house_gate', 'house_machine'])
    await db.execute(sql.raw(`grant ${role} to ${row!.name}`))
}
