import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What the database may hold and not read: locked here, with a key that never comes into it. Neither an owner of the tables
 * nor whoever finds a backup opens it without the secret of the house.
 */
let key: Uint8Array = randomBytes(32)

/** From the house's own secret, so that it opens after a restart and in other processes of this house. */
export const keepVaultWith = (secret: string) => {
  key = new Uint8Array(hkdfSync('sha256', secret, '', 'kortelijnen vault', 32))
}

const [nonceLength, tagLength] = [12, 16]

/** Never the same twice, and as long as the text. `about` says where it belongs: elsewhere it does not open. */
export function lock(text: string, about: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const locked = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString('base64url')
}

/** What was locked; undefined when it was changed, moved, or locked with another secret. */
export function unlock(locked: string, about: string): string | undefined {
  const bytes = Buffer.from(locked, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength)).setAAD(Buffer.from(about))
    decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
    const open = decipher.update(bytes.subarray(nonceLength + tagLength))
    return Buffer.concat([open, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** A secret for an address that can be made again, so that a reminder carries the same one: 256 bits. */
export const tokenFor = (about: string): string =>
  createHmac('sha256', key).update(`token|${about}`).digest('base64url')
