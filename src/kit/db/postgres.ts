import { drizzle } from 'drizzle-orm/node-postgres'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres/session'
import { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import type { Database, Settings, Tx } from './database.ts'
import { bringUpToDate } from './migrate.ts'
import { keepPlans, namer } from './prepared.ts'

/** PostgreSQL, 15 or newer. The owner's login migrates; the serving login rests as a role without grants. */
export async function openPostgres(urls: { serving: string; owner?: string | undefined }): Promise<Database> {
  await migratePostgres(urls)
  return openAsItStands(urls.serving)
}

/** One that is known to be up to date, such as a copy of one that was just made: looking takes longer than copying. */
export function openAsItStands(serving: string): Database {
  const resting = poolAs(serving, 'house_rest', 12)
  const gate = poolAs(serving, 'house_gate', 4)
  const db = drizzle({ client: resting, casing: 'snake_case' })
  return {
    engine: 'postgres',
    transaction: (work, settings) => transact(resting, work, settings),
    gate: drizzle({ client: gate, casing: 'snake_case' }) as unknown as Tx,
    resting: db as unknown as Tx,
    async close() {
      await Promise.all([resting.end(), gate.end()])
    },
  }
}

const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * As Drizzle's own, but beginning and settings are one message instead of two, and the first statement does not wait for
 * the answer to it: on a page of a few statements, each way there and back counts. Should beginning fail, then nothing
 * after it succeeds either: the connection rests as a role that may touch nothing.
 */
async function transact<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>, settings: Settings = {}): Promise<T> {
  const client = await pool.connect()
  const lent = lend(client)
  let broken: Error | undefined
  try {
    const begun = client.query(opening(settings))
    begun.catch((failure: Error) => {
      broken = failure
    })
    const session = new NodePgSession(lent.client, dialect, undefined, {})
    const result = await work(new NodePgTransaction(dialect, session, undefined) as unknown as Tx)
    await begun
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    lent.back()
    client.release(broken)
  }
}

/** A statement that comes when the transaction is over would run as whoever has the connection by then: it is refused. */
function lend(client: pg.PoolClient) {
  let over = false
  const query = (...given: Parameters<typeof client.query>) =>
    over ? Promise.reject(new Error('This transaction is over.')) : client.query(...given)
  return {
    client: Object.assign(Object.create(client), { query }) as pg.PoolClient,
    back: () => {
      over = true
    },
  }
}

function opening(settings: Settings): string {
  const set = Object.entries(settings).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  )
  return set.length ? `begin; select ${set.join(', ')}` : 'begin'
}

async function migratePostgres({ serving, owner }: { serving: string; owner?: string | undefined }) {
  const pool = new pg.Pool({ connectionString: owner ?? serving, max: 1 })
  try {
    const db = drizzle({ client: pool, casing: 'snake_case' }) as unknown as Tx
    await bringUpToDate({ db, engine: 'postgres', script: (text) => pool.query(text), servingLogin: loginOf(serving) })
  } finally {
    await pool.end()
  }
}

function poolAs(connectionString: string, role: string, max: number) {
  const pool = new pg.Pool({
    connectionString,
    max,
    options: `-c role=${role}`,
    statement_timeout: 15_000,
    pipeline: true,
  })
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {})
  // One that breaks while somebody holds it fails her statement; that too must not end the process.
  const nameOf = namer()
  pool.on('connect', (client) => {
    client.on('error', () => {})
    keepPlans(client, nameOf)
  })
  return pool
}

const loginOf = (url: string) => decodeURIComponent(new URL(url).username) || undefined
