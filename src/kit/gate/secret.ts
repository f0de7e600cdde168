import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#kit/config/read.ts'

/** The secret that was set, or else one made once and kept beside the data, readable by its owner only. */
export function secretOf(config: Pick<Config, 'secret' | 'dataDir'>): string {
  if (config.secret) return config.secret
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const file = join(config.dataDir, 'secret')
  return kept(file) ?? made(file)
}

function kept(file: string): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    chmodSync(file, 0o600)
    if (secret.length < 32)
      throw new Error(`${file} holds no usable secret. Remove it to have a new one made; everyone signs in again.`)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Written aside and then linked, so that of two processes at once one wins and neither reads half a secret. */
function made(file: string): string {
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(aside, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
  return kept(file) as string
}
