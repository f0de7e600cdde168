import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Database } from '#kit/db/database.ts'
import { openInMemory } from '#kit/db/pglite.ts'
import { copyOnServer, emptyEmbedded, engine, freshDatabase } from './engine.ts'

const root = join(import.meta.dirname, '..')
const opened: Database[] = []
after(async () => {
  for (const db of opened.splice(0)) await db.close()
})
const shelf = join(root, 'node_modules', '.cache', 'kortelijnen-towns')

/**
 * A database with the demo town in it. Telling the town takes seconds, so it is told once for this very source and this
 * very day: the embedded engine keeps it on a shelf, a server copies it; the next file takes it down from there.
 */
export async function aTownAlreadyTold(tell: (db: Database) => Promise<unknown>): Promise<Database> {
  if (engine === 'postgres') return copyOnServer(`town_${fingerprint()}`, tell)
  const path = join(shelf, `${fingerprint()}.tar`)
  const kept = existsSync(path) ? new Blob([readFileSync(path)]) : undefined
  const db = kept ? await openInMemory(kept) : await told(await emptyEmbedded(), tell)
  if (kept) opened.push(db)
  else await keep(path, await db.dump())
  return db
}

/** The same, told for another day than today: nothing of it is kept. */
export const aTownToldAnew = async (tell: (db: Database) => Promise<unknown>): Promise<Database> =>
  told(await freshDatabase(), tell)

async function told<D extends Database>(db: D, tell: (db: Database) => Promise<unknown>): Promise<D> {
  await tell(db)
  return db
}

/** Changes with anything that could change the town: source, schema, day. */
function fingerprint(): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10)).update(process.version)
  for (const file of globSync('{src,db}/**/*.{ts,tsx,sql,json}', { cwd: root }).sort())
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 24)
}

async function keep(path: string, dump: Blob) {
  mkdirSync(shelf, { recursive: true })
  for (const old of globSync('*.tar', { cwd: shelf })) rmSync(join(shelf, old), { force: true })
  // Another test may be looking for it at this moment: it appears whole or not at all.
  writeFileSync(`${path}.${process.pid}`, new Uint8Array(await dump.arrayBuffer()))
  renameSync(`${path}.${process.pid}`, path)
}
