import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Tx } from '#kit/db/database.ts'
import type { Operation } from './operation.ts'
import { Problem } from './problem.ts'
import type { Machine } from './router.ts'

/** A key under which a program may ask the same thing twice, and what was asked, so that another question is noticed. */
export type ReplyKey = { key: string; fingerprint: string }
export type Reply = { fingerprint: string; text: string | null }

/** Where answers are kept for a day, in the same transaction as the deed itself. */
export type Replies = {
  /** True when nobody used this key yet; waits while somebody is using it. */
  claim: (tx: Tx, machine: Machine, key: ReplyKey) => Promise<boolean>
  kept: (tx: Tx, machine: Machine, key: string) => Promise<Reply | undefined>
  keep: (tx: Tx, machine: Machine, key: string, text: string | null) => Promise<void>
}

/** The key that was sent along, if any. */
export function keyOf(c: Context, operation: Operation, asked: unknown): ReplyKey | undefined {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return undefined
  if (!/^[\x21-\x7e]{1,100}$/.test(key))
    throw new Problem(400, 'An Idempotency-Key is 1 to 100 letters, digits and signs, without blanks.')
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([operation.id, asked]))
    .digest('base64url')
  return { key, fingerprint }
}

type Once = { tx: Tx; machine: Machine; key: ReplyKey; work: () => Promise<string | null> }

/** Does it once; who asks again with the same key gets the same answer. */
export async function replayed(replies: Replies, { tx, machine, key, work }: Once): Promise<string | null> {
  if (await replies.claim(tx, machine, key)) {
    const text = await work()
    await replies.keep(tx, machine, key.key, text)
    return text
  }
  const before = await replies.kept(tx, machine, key.key)
  if (before?.fingerprint === key.fingerprint) return before.text
  throw new Problem(422, 'This Idempotency-Key was used for something else. Take a new one.')
}
