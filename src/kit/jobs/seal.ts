import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Whoever acts as somebody may write in the outbox, for a letter goes out with the deed it tells of. What may be asked
 * there is for this house to say, not for the database: work is done only when it carries our seal, and nobody who
 * speaks to the database past the pages can make one. The key never comes into the database.
 */
let key: Uint8Array = randomBytes(32)

/** From the house's own secret, so that work survives a restart and other processes of this house know it. */
export const sealWorkWith = (secret: string) => {
  key = new Uint8Array(hkdfSync('sha256', secret, '', 'kortelijnen outbox', 32))
}

export type Sealed = { id: string; kind: string; payload: unknown }

/** The id is in it, so that a seal is good for one row only. */
export const sealOf = ({ id, kind, payload }: Sealed): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([id, kind, inOrder(payload)]))
    .digest('base64url')

export function isOurs({ seal, ...work }: Sealed & { seal: string | null }): boolean {
  const [said, ours] = [Buffer.from(seal ?? ''), Buffer.from(sealOf(work))]
  return said.length === ours.length && timingSafeEqual(said, ours)
}

/** A database keeps the names of an object in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => [name, inOrder(part)])
}
