import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '#kit/config/read.ts'
import type { Street } from './types.ts'

/** At most `most` in each stretch of `seconds`, per key. Kept in memory: a restart forgets, which is fine for a brake. */
export function brake({ most, seconds }: { most: number; seconds: number }) {
  const counts = new Map<string, { since: number; count: number }>()
  let full = 10_000
  // Looked through when it has doubled since, so that a crowd does not make every knock a look through all of it.
  const forgetOld = (now: number) => {
    if (counts.size < full) return
    for (const [key, { since }] of counts) if (now - since > seconds * 1000) counts.delete(key)
    full = Math.max(10_000, counts.size * 2)
  }
  return (key: string, now: number): { ok: true } | { ok: false; retryAfter: number } => {
    forgetOld(now)
    const seen = counts.get(key)
    if (!seen || now - seen.since > seconds * 1000) {
      counts.set(key, { since: now, count: 1 })
      return { ok: true }
    }
    seen.count += 1
    if (seen.count <= most) return { ok: true }
    return { ok: false, retryAfter: Math.ceil((seen.since + seconds * 1000 - now) / 1000) }
  }
}

/** A calm limit on writing from one address; reading is not limited. */
export const limitWrites = (
  config: Config,
  refuse: (c: Context<Street>, retryAfter: number) => Response | Promise<Response>,
): MiddlewareHandler<Street> => {
  const allow = brake({ most: config.development ? 100_000 : 240, seconds: 60 })
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const may = allow(c.var.caller.address, Date.now())
    return may.ok ? next() : refuse(c, may.retryAfter)
  }
}
