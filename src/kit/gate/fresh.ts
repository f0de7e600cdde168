import { eq, sql } from 'drizzle-orm'
import type { Asker, Caller } from './caller.ts'
import { headersWith } from './cookies.ts'
import { replyOf } from './engine.ts'
import type { Inner } from './inner.ts'
import { withPassword } from './secondstep.ts'
import { claimCode } from './signin.ts'
import { session } from './tables.ts'
import type { Who } from './who.ts'

/** Before something that matters one proves again who one is, when the last time is longer ago than this. */
export const freshMinutes = 15

export const isFresh = ({ freshAt }: Pick<Who, 'freshAt'>, now: Date) =>
  now.getTime() - freshAt.getTime() < freshMinutes * 60_000

export type Proved = { ok: true } | { ok: false; because: 'signed-out' | 'locked' | 'wrong' }

/** The password once more; makes `freshAt` now. */
export async function provePassword(g: Inner, password: string, caller: Caller): Promise<Proved> {
  const who = await g.whoIs(caller.headers)
  const asked = await withPassword(g, caller, (headers) =>
    g.engine.api.verifyPassword({ body: { password }, headers, asResponse: true }),
  )
  if (!asked.ok) return asked
  if (!asked.reply.ok || !who) return { ok: false, because: 'wrong' }
  return freshened(g, who, caller)
}

/** A code of the authenticator instead, for who has a second step. Wrong ones count as wrong passwords do. */
export async function proveCode(g: Inner, typed: string, caller: Caller): Promise<Proved> {
  const who = await g.whoIs(caller.headers)
  if (!who) return { ok: false, because: 'signed-out' }
  if (!(await g.throttle.mayTry(who.email, caller))) return { ok: false, because: 'locked' }
  const code = typed.replace(/\s/g, '')
  if (!who.twoFactorOn || !/^\d{6}$/.test(code) || !(await claimCode(g, who.accountId, code)))
    return { ok: false, because: 'wrong' }
  const headers = headersWith(caller.headers, g.names.session)
  const reply = await replyOf(g.engine.api.verifyTOTP({ body: { code }, headers, asResponse: true }))
  if (!reply.ok) return { ok: false, because: 'wrong' }
  await g.throttle.forgive(who.email, caller)
  return freshened(g, who, caller)
}

/** One click, in the demo only, where nobody knows a password. */
export async function demoProve(g: Inner, caller: Asker): Promise<Proved> {
  if (g.config.mode !== 'demo') throw new Error('proving who one is with a click exists in the demo only')
  const who = await g.whoIs(caller.headers)
  return who ? freshened(g, who, caller) : { ok: false, because: 'signed-out' }
}

export async function freshened(g: Inner, who: Pick<Who, 'sessionId'>, { headers }: Asker): Promise<{ ok: true }> {
  await g.db.update(session).set({ freshAt: sql`now()` }).where(eq(session.id, who.sessionId))
  g.forget(headers)
  return { ok: true }
}
