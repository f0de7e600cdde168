import { randomBytes, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Caller } from './caller.ts'
import { replyOf, resetMinutes } from './engine.ts'
import type { Inner } from './inner.ts'
import { type WeakPassword, weaknessOf } from './passwords.ts'
import { renewed, withPassword } from './secondstep.ts'
import { account, session, twoFactor, user, verification } from './tables.ts'

export type AccountMade =
  | { ok: true; accountId: string }
  | { ok: false; because: 'exists' | 'no-address' | WeakPassword }

/**
 * Called by our own code only: for an invitation that was accepted, by an operator, for the demo. `proven`: what brought
 * her here was a letter to this address.
 */
export async function createAccount(
  g: Inner,
  given: { email: string; password: string; name: string; proven?: boolean },
): Promise<AccountMade> {
  const email = given.email.trim().toLowerCase()
  if (!z.email().max(254).safeParse(email).success) return { ok: false, because: 'no-address' }
  const weak = weaknessOf(given.password, { email, name: given.name, common: g.commonWords })
  if (weak) return { ok: false, because: weak }
  const password = await (await g.engine.$context).password.hash(given.password)
  const id = randomUUID()
  const made = sql`with made as (insert into ${user} (id, name, email, email_verified)
    values (${id}, ${given.name}, ${email}, ${given.proven ?? false})
    on conflict (email) do nothing returning id)
    insert into ${account} (id, user_id, account_id, provider_id, password)
    select ${randomUUID()}, id, id, 'credential', ${password} from made returning user_id`
  const { rows } = (await g.db.execute(made)) as unknown as { rows: unknown[] }
  return rows.length ? { ok: true, accountId: id } : { ok: false, because: 'exists' }
}

/** For our own code; never for a page that anyone may ask. */
export async function accountOf(g: Inner, email: string): Promise<string | undefined> {
  const [found] = await g.db.select({ id: user.id }).from(user).where(eq(user.email, email.trim().toLowerCase()))
  return found?.id
}

/** Everything that sign-in knows of somebody, gone. */
export async function removeAccount(g: Inner, accountId: string): Promise<boolean> {
  await dropTokens(g, accountId)
  const gone = await g.db.delete(user).where(eq(user.id, accountId)).returning({ id: user.id })
  return gone.length > 0
}

/** For the operator, when somebody lost both telephone and backup codes. Ends the sessions too. */
export async function dropSecondStep(g: Inner, accountId: string): Promise<void> {
  await g.db.update(user).set({ twoFactorEnabled: false }).where(eq(user.id, accountId))
  await g.db.delete(twoFactor).where(eq(twoFactor.userId, accountId))
  await g.db.delete(session).where(eq(session.userId, accountId))
  await dropTokens(g, accountId)
}

export type PasswordChanged =
  | { ok: true; cookies: string[] }
  | { ok: false; because: 'signed-out' | 'locked' | 'wrong' | WeakPassword }

/** Ends every session of the account, and starts a new one for whoever asks. */
export async function changePassword(
  g: Inner,
  given: { current: string; next: string },
  caller: Caller,
): Promise<PasswordChanged> {
  const who = await g.whoIs(caller.headers)
  if (!who) return { ok: false, because: 'signed-out' }
  const weak = weaknessOf(given.next, { email: who.email, name: who.name, common: g.commonWords })
  if (weak) return { ok: false, because: weak }
  const body = { currentPassword: given.current, newPassword: given.next, revokeOtherSessions: true }
  const asked = await withPassword(g, caller, (headers) =>
    g.engine.api.changePassword({ body, headers, asResponse: true }),
  )
  if (!asked.ok) return asked
  if (!asked.reply.ok) return { ok: false, because: 'wrong' }
  await dropTokens(g, who.accountId)
  g.background(() => g.sendMail({ kind: 'password-changed', to: who.email, name: who.name, language: undefined }))
  return renewed(g, asked.reply, caller)
}

/** Says nothing about whether there is such an account, neither in its answer nor in the time it takes. */
export async function requestReset(
  g: Inner,
  given: { email: string; language?: string },
  caller: Caller,
): Promise<void> {
  const email = given.email.trim().toLowerCase()
  if (await g.throttle.mayAskForLetter(email, caller)) g.background(() => sendToken(g, email, given.language))
}

async function sendToken(g: Inner, email: string, language: string | undefined) {
  const [found] = await g.db.select({ id: user.id, name: user.name }).from(user).where(eq(user.email, email))
  if (!found) return
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + resetMinutes * 60_000)
  const { internalAdapter } = await g.engine.$context
  await internalAdapter.createVerificationValue({ value: found.id, identifier: resetOf(token), expiresAt })
  await g.sendMail({ kind: 'reset', to: email, name: found.name, language, token, minutes: resetMinutes })
}

/** The name under which better-auth looks for it; the database has a digest of it. */
const resetOf = (token: string) => `reset-password:${token}`

export type PasswordReset = { ok: true } | { ok: false; because: 'expired' | WeakPassword }

/** With the token of the letter, which works once. Ends every session; signing in is still to be done, in two steps if so set. */
export async function resetPassword(g: Inner, given: { token: string; password: string }): Promise<PasswordReset> {
  const owner = await ownerOf(g, given.token)
  if (!owner) return { ok: false, because: 'expired' }
  const weak = weaknessOf(given.password, { ...owner, common: g.commonWords })
  if (weak) return { ok: false, because: weak }
  const body = { token: given.token, newPassword: given.password }
  const reply = await replyOf(g.engine.api.resetPassword({ body, asResponse: true }))
  if (!reply.ok) return { ok: false, because: 'expired' }
  await dropTokens(g, owner.id)
  await addressProven(g, owner.id)
  g.background(() => g.sendMail({ kind: 'password-changed', to: owner.email, name: owner.name, language: undefined }))
  return { ok: true }
}

async function ownerOf(g: Inner, token: string) {
  const { internalAdapter } = await g.engine.$context
  const pending = await internalAdapter.findVerificationValue(resetOf(token))
  if (!pending || pending.expiresAt < new Date()) return undefined
  const [owner] = await g.db
    .select({ id: user.id, email: user.email, name: user.name })
    .from(user)
    .where(eq(user.id, pending.value))
  return owner
}

/** She has what went to her address. */
export const addressProven = (g: Pick<Inner, 'db'>, accountId: string) =>
  g.db.update(user).set({ emailVerified: true }).where(eq(user.id, accountId))

/** Letters still under way and half-done second steps belong to the old password. */
const dropTokens = (g: Inner, accountId: string) => g.db.delete(verification).where(eq(verification.value, accountId))
