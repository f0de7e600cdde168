import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import type { Database } from '#kit/db/database.ts'
import { openInMemory } from '#kit/db/pglite.ts'
import { openPostgres } from '#kit/db/postgres.ts'

export const engine = process.env['TEST_ENGINE'] === 'postgres' ? 'postgres' : 'pglite'

let template: Promise<Blob> | undefined
const opened: (() => Promise<void>)[] = []
after(async () => {
  for (const close of opened.splice(0)) await close()
})

/** An empty, migrated database of its own, on the engine this run is for. Closed when the file is done. */
export async function freshDatabase(): Promise<Database> {
  const db = engine === 'postgres' ? await onServer() : await inMemory()
  opened.push(() => db.close())
  return db
}

async function inMemory(): Promise<Database> {
  template ??= openInMemory().then(async (db) => {
    const dump = await db.dump()
    await db.close()
    return dump
  })
  return openInMemory(await template)
}

async function onServer(): Promise<Database> {
  const server = process.env['TEST_POSTGRES_URL'] ?? ''
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create database ${name}`)
  // The serving login is not the owner: it inherits nothing and passes no policy by.
  await admin.query(
    `do $$ begin create role house_login login noinherit nosuperuser nobypassrls; exception when duplicate_object or unique_violation then null; end $$`,
  )
  await admin.query(`grant connect on database ${name} to house_login`)
  await admin.end()
  const to = (login: string) => {
    const url = new URL(server)
    url.username = login
    url.pathname = `/${name}`
    return url.href
  }
  return openPostgres({ serving: to('house_login'), owner: to('postgres') })
}
