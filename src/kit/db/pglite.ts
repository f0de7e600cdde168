import { fdatasyncSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { type Database, holding, type Tx } from './database.ts'
import { lockDirectory } from './lock.ts'
import { bringUpToDate } from './migrate.ts'

/** The stream PGlite's file system hands to fsync; `nfd` is the real file descriptor. */
type Stream = { nfd: number }
type Emscripten = { NODEFS: { stream_ops: { fsync?: (stream: Stream) => number } } }

/** PGlite's own Node file system never syncs; this one does, so that a commit survives a power cut. */
class DurableNodeFS extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>) {
    const result = await super.init(...given)
    result.emscriptenOpts.preRun?.push((module: unknown) => {
      ;(module as Emscripten).NODEFS.stream_ops.fsync = (stream) => {
        fdatasyncSync(stream.nfd)
        return 0
      }
    })
    return result
  }
}

// '-F' switches fsync off; 'fdatasync' as the method would do nothing here.
const durable = () => [
  ...PGlite.defaultStartParams.filter((p) => p !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
]

/** The embedded database in its own directory: durable, locked to one process, readable by its owner only. */
export async function openEmbedded(directory: string): Promise<Database> {
  const unlock = lockDirectory(directory)
  try {
    const client = await PGlite.create({ fs: new DurableNodeFS(join(directory, 'pg')), startParams: durable() })
    await migrate(client)
    return await settle(client, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * The embedded database in memory, for tests. `from` is a dump to start with, of one that was up to date: ten times
 * quicker than migrating.
 */
export async function openInMemory(from?: Blob): Promise<Database & { dump: () => Promise<Blob> }> {
  const client = await PGlite.create(from ? { loadDataDir: from } : {})
  if (!from) await migrate(client)
  return { ...(await settle(client, () => {})), dump: () => client.dumpDataDir('none') }
}

const migrate = (client: PGlite) =>
  bringUpToDate({
    ...{ db: drizzle({ client, casing: 'snake_case' }) as unknown as Tx, engine: 'pglite' },
    script: (text) => client.exec(text),
  })

async function settle(client: PGlite, unlock: () => void): Promise<Database> {
  const db = drizzle({ client, casing: 'snake_case' })
  // PGlite logs in as superuser, whom no policy holds: from here on it rests as a role without grants.
  await db.execute(sql`set role house_rest`)
  return {
    engine: 'pglite',
    transaction: (work, settings) =>
      db.transaction(async (tx) => {
        if (settings) await tx.execute(holding(settings))
        return work(tx as unknown as Tx)
      }),
    gate: drizzle({ client: asGate(client), casing: 'snake_case' }) as unknown as Tx,
    resting: db as unknown as Tx,
    async close() {
      await client.close()
      unlock()
    },
  }
}

/** The same client, but every single statement is wrapped in a transaction of the sign-in role. */
function asGate(client: PGlite): PGlite {
  const query: PGlite['query'] = (text, params, options) =>
    client.transaction(async (tx) => {
      await tx.query('set local role house_gate')
      return tx.query(text, params, options)
    }) as ReturnType<PGlite['query']> as never
  return new Proxy(client, { get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)) })
}
