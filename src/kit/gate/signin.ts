import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Asker, Caller } from './caller.ts'
import { headersWith, kept, readSigned, setCookie } from './cookies.ts'
import { backupCodeOf, challengeMinutes, type Reply, replyOf } from './engine.ts'
import { digestOf } from './hashed.ts'
import type { Inner } from './inner.ts'
import { session, usedCodes, user } from './tables.ts'

export type SignedIn =
  | { ok: true; cookies: string[] }
  | { ok: false; because: 'wrong' | 'locked' }
  | { ok: false; because: 'second-step'; cookies: string[] }

/** Mail address and password. `remember` lets the cookie outlive the browser; the session itself ends all the same. */
export async function signIn(
  g: Inner,
  given: { email: string; password: string; remember?: boolean },
  caller: Caller,
): Promise<SignedIn> {
  const email = given.email.trim()
  if (!(await g.throttle.mayTry(email, caller))) return { ok: false, because: 'locked' }
  const body = { email, password: given.password }
  // No cookie goes along: whatever session or half-done second step the browser has, this is a new beginning.
  const reply = await replyOf(
    g.engine.api.signInEmail({ body, headers: headersWith(caller.headers), asResponse: true }),
  )
  if (!reply.ok) return { ok: false, because: 'wrong' }
  await g.throttle.forgive(email, caller)
  if (reply.body.twoFactorRedirect) return { ok: false, because: 'second-step', cookies: kept(reply.cookies, g.names) }
  return welcome(g, reply, caller, given.remember)
}

/**
 * Whoever proved herself in another way than with her password: in, or on to the second step if she has one. `enough`:
 * what she proved counts as two steps. `elsewhere`: so it does for who has no authenticator here.
 */
export async function letThrough(
  g: Inner,
  accountId: string,
  caller: Caller,
  { enough = false, elsewhere = false } = {},
): Promise<SignedIn> {
  const [known] = await g.db.select({ twoFactorOn: user.twoFactorEnabled }).from(user).where(eq(user.id, accountId))
  if (!known) return { ok: false, because: 'wrong' }
  if (known.twoFactorOn && !enough) return { ok: false, because: 'second-step', cookies: await challenge(g, accountId) }
  const userAgent = (caller.headers.get('user-agent') ?? '').slice(0, 300)
  const opened = await (await g.engine.$context).internalAdapter.createSession(accountId, false, { userAgent })
  if (enough || elsewhere) await tookTwoSteps(g, opened.id)
  await endCarried(g, caller)
  g.background(() => g.tidy())
  return { ok: true, cookies: [setCookie(g.names.session, opened.token, g.secret)] }
}

/** From now on this session counts as one that took two steps to open. */
export const tookTwoSteps = (g: Inner, sessionId: string) =>
  g.db.update(session).set({ twoSteps: true }).where(eq(session.id, sessionId))

/** As better-auth does it after a password: two one-time rows, and a cookie that names them. */
async function challenge(g: Inner, value: string): Promise<string[]> {
  const { internalAdapter } = await g.engine.$context
  const identifier = `2fa-${randomBytes(20).toString('base64url')}`
  const expiresAt = new Date(Date.now() + challengeMinutes * 60_000)
  await internalAdapter.createVerificationValue({ value, identifier, expiresAt })
  await internalAdapter.createVerificationValue({ value: '0', identifier: `2fa-attempts-${identifier}`, expiresAt })
  return [setCookie(g.names.challenge, identifier, g.secret, challengeMinutes * 60)]
}

export type SecondStep =
  | { ok: true; cookies: string[] }
  | { ok: false; because: 'wrong' | 'locked' | 'expired'; cookies: string[] }

/** The code of the authenticator, or one of the backup codes. `expired`: begin again with the password. */
export async function secondStep(
  g: Inner,
  given: { remember?: boolean } & ({ code: string } | { backupCode: string }),
  caller: Caller,
): Promise<SecondStep> {
  const accountId = await whoseChallenge(g, caller)
  if (!accountId) return { ok: false, because: 'expired', cookies: [] }
  // The session cookie stays out of it, or better-auth would check the code for whoever is signed in already.
  const headers = headersWith(caller.headers, g.names.challenge)
  const reply =
    'code' in given ? await byCode(g, accountId, given.code, headers) : await byBackupCode(g, given.backupCode, headers)
  if (reply?.ok) return welcome(g, reply, caller, given.remember)
  return { ok: false, because: reply ? refusalOf(reply.code) : 'wrong', cookies: kept(reply?.cookies ?? [], g.names) }
}

async function whoseChallenge(g: Inner, caller: Caller): Promise<string | undefined> {
  const challenge = readSigned(caller.headers, g.names.challenge, g.secret)
  const pending = challenge && (await (await g.engine.$context).internalAdapter.findVerificationValue(challenge))
  return pending && pending.expiresAt > new Date() ? pending.value : undefined
}

async function byCode(g: Inner, accountId: string, typed: string, headers: Headers): Promise<Reply | undefined> {
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code) || !(await claimCode(g, accountId, code))) return undefined
  return replyOf(g.engine.api.verifyTOTP({ body: { code }, headers, asResponse: true }))
}

const byBackupCode = (g: Inner, typed: string, headers: Headers) =>
  replyOf(g.engine.api.verifyBackupCode({ body: { code: backupCodeOf(typed) }, headers, asResponse: true }))

/**
 * True for the first who brings this code for this account. A code is good for a minute and a half; here it stays used
 * for five. Claimed before it is checked, in one statement, so that of two at the same moment one is too late.
 */
export async function claimCode(g: Inner, userId: string, code: string): Promise<boolean> {
  const claimed = await g.db
    .insert(usedCodes)
    .values({ userId, digest: digestOf(code) })
    .onConflictDoUpdate({
      target: [usedCodes.userId, usedCodes.digest],
      set: { usedAt: sql`now()` },
      setWhere: sql`${usedCodes.usedAt} < now() - interval '5 minutes'`,
    })
    .returning({ userId: usedCodes.userId })
  return claimed.length === 1
}

const refusalOf = (code: string): 'wrong' | 'locked' | 'expired' => {
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return 'locked'
  if (code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE' || code === 'INVALID_TWO_FACTOR_COOKIE') return 'expired'
  return 'wrong'
}

/** A new session always has a new token; the one the browser came with ends. */
async function welcome(
  g: Inner,
  reply: Reply,
  caller: Caller,
  remember = false,
): Promise<{ ok: true; cookies: string[] }> {
  await endCarried(g, caller)
  g.background(() => g.tidy())
  return { ok: true, cookies: kept(reply.cookies, g.names, remember) }
}

async function endCarried(g: Inner, { headers }: Asker) {
  const token = readSigned(headers, g.names.session, g.secret)
  if (token) await g.db.delete(session).where(eq(session.token, digestOf(token)))
  g.forget(headers)
}

export async function signOut(g: Inner, caller: Asker): Promise<string[]> {
  const headers = headersWith(caller.headers, g.names.session)
  const reply = await replyOf(g.engine.api.signOut({ headers, asResponse: true }))
  g.forget(caller.headers)
  return kept(reply.cookies, g.names)
}

/** One click in the demo, where the persons are made up. Anywhere else this is a way in without a key, so it throws. */
export async function demoSignIn(g: Inner, accountId: string, caller?: Asker): Promise<string[]> {
  if (g.config.mode !== 'demo') throw new Error('signing in without a password exists in the demo only')
  const context = await g.engine.$context
  const opened = await context.internalAdapter.createSession(accountId)
  // Nobody in the demo has a password, so nobody could set up a second step.
  await tookTwoSteps(g, opened.id)
  if (caller) await endCarried(g, caller)
  return [setCookie(g.names.session, opened.token, g.secret)]
}
