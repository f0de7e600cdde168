import { chmodSync, mkdirSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** Thrown when another process already has the directory open. */
export class DirectoryInUse extends Error {
  constructor(directory: string) {
    super(
      `Another Korte Lijnen is already running on ${directory}. Stop that one first, or set DATA_DIR to another directory.`,
    )
  }
}

/**
 * One process per directory: PGlite itself lets two in, and one of them loses its rows. The lock is held by SQLite
 * on a file beside the data, so that the operating system lets go of it when we are killed.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  chmodSync(directory, 0o700)
  const lock = new DatabaseSync(`${directory}/lock`)
  try {
    lock.exec('pragma locking_mode=exclusive; pragma journal_mode=memory; begin exclusive')
  } catch {
    lock.close()
    throw new DirectoryInUse(directory)
  }
  return () => lock.close()
}
