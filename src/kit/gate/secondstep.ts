import { and, eq, ne } from 'drizzle-orm'
import type { Asker, Caller } from './caller.ts'
import { headersWith, kept, tokenSet } from './cookies.ts'
import { type Reply, replyOf } from './engine.ts'
import { digestOf } from './hashed.ts'
import type { Inner } from './inner.ts'
import { claimCode } from './signin.ts'
import { session } from './tables.ts'

type Refused<B extends string> = { ok: false; because: 'signed-out' | 'wrong' | B }
export type TotpStarted =
  | { ok: true; uri: string; secret: string; backupCodes: string[] }
  | Refused<'locked' | 'already-on'>
export type BackupCodesMade = { ok: true; backupCodes: string[] } | Refused<'locked' | 'not-on'>
export type TotpConfirmed = { ok: true; cookies: string[] } | Refused<'already-on'>
export type TotpStopped = { ok: true; cookies: string[] } | Refused<'locked'>

/** A new secret for the authenticator. Nothing changes until a first code confirms it. */
export async function startTotp(g: Inner, password: string, caller: Caller): Promise<TotpStarted> {
  const asked = await withPassword(g, caller, (headers) =>
    g.engine.api.enableTwoFactor({ body: { password, method: 'totp' }, headers, asResponse: true }),
  )
  if (!asked.ok) return asked
  if (asked.reply.code === 'TOTP_ALREADY_ENABLED') return { ok: false, because: 'already-on' }
  if (!asked.reply.ok) return { ok: false, because: 'wrong' }
  const { totpURI, backupCodes } = asked.reply.body as { totpURI: string; backupCodes: string[] }
  return { ok: true, uri: totpURI, secret: new URL(totpURI).searchParams.get('secret') as string, backupCodes }
}

/** The first code: from now on signing in takes two steps, and whoever was in with one step is out. */
export async function confirmTotp(g: Inner, typed: string, caller: Asker): Promise<TotpConfirmed> {
  const who = await g.whoIs(caller.headers)
  if (!who) return { ok: false, because: 'signed-out' }
  if (who.twoFactorOn) return { ok: false, because: 'already-on' }
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code) || !(await claimCode(g, who.accountId, code))) return { ok: false, because: 'wrong' }
  const headers = headersWith(caller.headers, g.names.session)
  const reply = await replyOf(g.engine.api.verifyTOTP({ body: { code }, headers, asResponse: true }))
  if (!reply.ok) return { ok: false, because: 'wrong' }
  await endAllBut(g, who.accountId, tokenSet(reply.cookies, g.names, g.secret) ?? '')
  return renewed(g, reply, caller)
}

export async function stopTotp(g: Inner, password: string, caller: Caller): Promise<TotpStopped> {
  const who = await g.whoIs(caller.headers)
  const asked = await withPassword(g, caller, (headers) =>
    g.engine.api.disableTwoFactor({ body: { password }, headers, asResponse: true }),
  )
  if (!asked.ok) return asked
  if (!asked.reply.ok || !who) return { ok: false, because: 'wrong' }
  g.background(() => g.sendMail({ kind: 'second-step-stopped', to: who.email, name: who.name, language: undefined }))
  return renewed(g, asked.reply, caller)
}

/** Ten new backup codes; the old ones no longer work. */
export async function renewBackupCodes(g: Inner, password: string, caller: Caller): Promise<BackupCodesMade> {
  const asked = await withPassword(g, caller, (headers) =>
    g.engine.api.generateBackupCodes({ body: { password }, headers, asResponse: true }),
  )
  if (!asked.ok) return asked
  if (asked.reply.code === 'TWO_FACTOR_NOT_ENABLED') return { ok: false, because: 'not-on' }
  if (!asked.reply.ok) return { ok: false, because: 'wrong' }
  return { ok: true, backupCodes: asked.reply.body.backupCodes as string[] }
}

export type WithPassword = { ok: true; reply: Reply } | { ok: false; because: 'signed-out' | 'locked' }

/** Asks better-auth something that takes the password again; wrong ones count just as they do at sign-in. */
export async function withPassword(
  g: Inner,
  caller: Caller,
  ask: (headers: Headers) => Promise<Response>,
): Promise<WithPassword> {
  const who = await g.whoIs(caller.headers)
  if (!who) return { ok: false, because: 'signed-out' }
  if (!(await g.throttle.mayTry(who.email, caller))) return { ok: false, because: 'locked' }
  const reply = await replyOf(ask(headersWith(caller.headers, g.names.session)))
  if (reply.ok) await g.throttle.forgive(who.email, caller)
  return { ok: true, reply }
}

const endAllBut = (g: Inner, accountId: string, token: string) =>
  g.db.delete(session).where(and(eq(session.userId, accountId), ne(session.token, digestOf(token))))

/** better-auth replaced the session; what this request knew of it no longer holds. */
export function renewed(g: Inner, reply: Reply, caller: Asker): { ok: true; cookies: string[] } {
  g.forget(caller.headers)
  return { ok: true, cookies: kept(reply.cookies, g.names) }
}
