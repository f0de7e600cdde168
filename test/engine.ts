import { createHash, randomBytes } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Database } from '#kit/db/database.ts'
import { openInMemory } from '#kit/db/pglite.ts'
import { openAsItStands, openPostgres } from '#kit/db/postgres.ts'

export const engine = process.env['TEST_ENGINE'] === 'postgres' ? 'postgres' : 'pglite'

const root = join(import.meta.dirname, '..')
let template: Promise<Blob> | undefined
const opened: (() => Promise<void>)[] = []
after(async () => {
  for (const close of opened.splice(0)) await close()
})

/** A database of which a test may also be the owner, to show what an intruder could do. */
export type TestDatabase = Database & { owner: (statement: SQL) => Promise<unknown[]> }

/** An empty, migrated database of its own, on the engine this run is for. Closed when the file is done. */
export async function freshDatabase(): Promise<TestDatabase> {
  if (engine === 'pglite') return inMemory()
  const db = await onServer()
  opened.push(() => db.close())
  return db
}

/** An empty, migrated embedded database, whichever engine this run is for. */
export async function emptyEmbedded() {
  template ??= migrated()
  const db = await openInMemory(await template)
  opened.push(() => db.close())
  return db
}

async function inMemory(): Promise<TestDatabase> {
  const db = await emptyEmbedded()
  const owner = async (statement: SQL) => {
    await db.resting.execute(sql`reset role`)
    const answer = (await db.resting.execute(statement)) as unknown as { rows?: unknown[] }
    await db.resting.execute(sql`set role house_rest`)
    return answer.rows ?? []
  }
  return { ...db, owner }
}

// Making the tables takes seconds; what was made for these migrations is kept for the next file that asks.
async function migrated(): Promise<Blob> {
  const ground = globSync(['db/**/*.sql', 'src/kit/db/*.ts'], { cwd: root }).sort()
  const digest = createHash('sha256')
  for (const file of ground) digest.update(readFileSync(join(root, file)))
  const place = join(root, '.cache', `tables-${digest.digest('hex').slice(0, 16)}.tar`)
  if (existsSync(place)) return new Blob([readFileSync(place)])
  const db = await openInMemory()
  const dump = await db.dump()
  await db.close()
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(`${place}.${process.pid}`, new Uint8Array(await dump.arrayBuffer()))
  renameSync(`${place}.${process.pid}`, place)
  return dump
}

const tables = 'house_tables'
const onServer = () => withAdmin(async (admin, server) => copyOf(await tablesOn(admin, server), admin, server))

/**
 * On the server: a database like one that `make` has filled. Whoever asks first has it filled, under this name; for all
 * others the server copies it. The name says what is in it.
 */
export async function copyOnServer(name: string, make: (db: Database) => Promise<unknown>): Promise<TestDatabase> {
  const db = await withAdmin(async (admin, server) => {
    const from = await tablesOn(admin, server)
    const filled = await templateOn(admin, name, async () => {
      await admin.query(`create database ${name} template ${from}`)
      await admin.query(`grant connect on database ${name} to house_login`)
      const one = await openPostgres(addressesOf(server, name))
      await make(one)
      await one.close()
    })
    return copyOf(filled, admin, server)
  })
  opened.push(() => db.close())
  return db
}

async function withAdmin<T>(work: (admin: pg.Client, server: string) => Promise<T>): Promise<T> {
  const server = process.env['TEST_POSTGRES_URL'] ?? ''
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  try {
    return await work(admin, server)
  } finally {
    await admin.end()
  }
}

async function copyOf(template: string, admin: pg.Client, server: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name} template ${template} strategy file_copy`)
  await admin.query(`grant connect on database ${name} to house_login`)
  const addresses = addressesOf(server, name)
  const owner = async (statement: SQL) => {
    const client = new pg.Client({ connectionString: addresses.owner })
    await client.connect()
    const { rows } = await drizzle({ client }).execute(statement)
    await client.end()
    return rows
  }
  return { ...openAsItStands(addresses.serving), owner }
}

// Here too making the tables takes seconds: whoever asks first makes them, the server copies them for all others.
const tablesOn = (admin: pg.Client, server: string) =>
  templateOn(admin, tables, async () => {
    await admin.query(`create database ${tables}`)
    // The serving login is not the owner: it inherits nothing and passes no policy by.
    await admin.query(`create role house_login login noinherit nosuperuser nobypassrls`)
    await admin.query(`grant connect on database ${tables} to house_login`)
    await (await openPostgres(addressesOf(server, tables))).close()
  })

/** Made once for all files that run side by side: they wait for whoever makes it. */
async function templateOn(admin: pg.Client, name: string, make: () => Promise<unknown>): Promise<string> {
  await admin.query('select pg_advisory_lock(1)')
  const { rows } = await admin.query<{ ready: boolean }>(
    `select datistemplate as ready from pg_database where datname = $1`,
    [name],
  )
  if (!rows[0]?.ready) {
    // Whoever began it before did not finish.
    await admin.query(`drop database if exists ${name}`)
    await make()
    await admin.query(`alter database ${name} is_template true`)
  }
  await admin.query('select pg_advisory_unlock(1)')
  return name
}

function addressesOf(server: string, name: string) {
  const to = (login: string) => {
    const url = new URL(server)
    url.username = login
    url.pathname = `/${name}`
    return url.href
  }
  return { serving: to('house_login'), owner: to('postgres') }
}
