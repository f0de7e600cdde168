import { randomBytes } from 'node:crypto'
import type { Config } from '#kit/config/read.ts'
import { actingAsKeeper, type Database } from '#kit/db/database.ts'
import { openEmbedded } from '#kit/db/pglite.ts'
import { openPostgres } from '#kit/db/postgres.ts'
import { type Gate, type GateLetter, openGate } from '#kit/gate/gate.ts'
import { secretOf } from '#kit/gate/secret.ts'
import { sealWorkWith } from '#kit/jobs/seal.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { keepVaultWith } from '#kit/vault/vault.ts'
import { gateLetter, languageFor } from '#rooms/welcome/door.ts'

/** The database and the gate, opened as the settings say. */
export async function openHouse(config: Config): Promise<{ db: Database; gate: Gate }> {
  const db = config.databaseUrl
    ? await openPostgres({ serving: config.databaseUrl, owner: config.ownerUrl })
    : await openEmbedded(config.dataDir)
  return { db, gate: gateOf(db, config, secretOf(config)) }
}

/** The gate of a database that is open already. What seals its cookies also seals the work in its outbox. */
export function gateOf(db: Database, config: Config, secret = randomBytes(32).toString('hex')): Gate {
  sealWorkWith(secret)
  keepVaultWith(secret)
  return openGate({ db, config, secret, name: 'Korte Lijnen', sendMail: (letter) => postFromGate(db, config, letter) })
}

/** In the language of the page it was asked from; what goes by itself, in the one she chose. */
const postFromGate = (db: Database, config: Config, letter: GateLetter) =>
  actingAsKeeper(db, async (tx) => {
    const language = letter.language ?? (await languageFor(tx, letter.to))
    await enqueueMail(tx, gateLetter({ ...letter, language }, config.baseUrl))
  })
