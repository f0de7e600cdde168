import pg from 'pg'
import { startPostgres } from '../../test/postgres.ts'
import { command, type Env } from './running.ts'

export type Filled = { name: string; schools: number; serving: string; owner: string; env: Env; seconds: number }

/** A PostgreSQL of its own, with a database for each wish, filled from the same seed. */
export async function filledDatabases(wishes: readonly { name: string; schools: number }[]) {
  const server = await startPostgres('18', { lasting: true })
  const databases: Filled[] = []
  try {
    for (const { name, schools } of wishes) databases.push(await filled(server.url, name, schools))
  } catch (error) {
    await server.stop()
    throw error
  }
  return { version: server.version, url: server.url, databases, stop: server.stop }
}

async function filled(server: string, name: string, schools: number): Promise<Filled> {
  await asOwner(server, async (client) => {
    await client.query(`do $$ begin create role house_login login noinherit nosuperuser nobypassrls;
      exception when duplicate_object then null; end $$`)
    await client.query(`create database ${name}`)
  })
  const to = (login: string) => {
    const url = new URL(server)
    url.username = login
    url.pathname = `/${name}`
    return url.href
  }
  const [serving, owner] = [to('house_login'), to('postgres')]
  const env = { DATABASE_URL: serving, DATABASE_OWNER_URL: owner }
  const began = performance.now()
  await command(env, 'demo', 'country', '--schools', String(schools))
  const seconds = (performance.now() - began) / 1000
  // What autovacuum does within minutes in a house that stands longer than a bench.
  await asOwner(owner, (client) => client.query('vacuum analyze'))
  return { name, schools, serving, owner, env, seconds }
}

export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
