import { randomInt } from 'node:crypto'
import { passkey as passkeyPlugin } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { twoFactor as secondFactor } from 'better-auth/plugins'
import type { Tx } from '#kit/db/database.ts'
import { prefixFor } from './cookies.ts'
import { withHashedTokens } from './hashed.ts'
import { longestPassword, shortestPassword } from './passwords.ts'
import { account, passkey, session, twoFactor, user, verification } from './tables.ts'

/** A session that is not used ends after this long. */
export const idleHours = 12
export const resetMinutes = 60
/** How long one may take over the second step, and how long a wrong one shuts it. */
export const challengeMinutes = 10
const lockMinutes = 15

export type Engine = ReturnType<typeof openEngine>
export type EngineContext = Awaited<Engine['$context']>

/**
 * better-auth with its unsafe defaults closed. Its HTTP handler is mounted nowhere: our own pages call its functions,
 * so there is no public sign-up, no listing and no endpoint that we did not think of.
 */
export function openEngine(given: { db: Tx; baseUrl: string; secret: string; name: string }) {
  const secure = given.baseUrl.startsWith('https:')
  return betterAuth({
    appName: given.name,
    baseURL: given.baseUrl,
    // As a list, because a single secret could be overruled by BETTER_AUTH_SECRETS in the environment.
    secrets: [{ version: 1, value: given.secret }],
    database: withHashedTokens(databaseOf(given.db)),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      resetPasswordTokenExpiresIn: resetMinutes * 60,
      revokeSessionsOnPasswordReset: true,
    },
    // How fresh a session must be is ours to say (fresh.ts): better-auth counts from when it began.
    session: { expiresIn: idleHours * 3600, disableSessionRefresh: true, cookieCache: { enabled: false }, freshAge: 0 },
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      cookiePrefix: prefixFor(given.baseUrl),
      // The prefix already says __Host-; better-auth would put __Secure- before it.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    plugins: [secondStep(given.name), passkeysOf(given)],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Its messages carry mail addresses; what goes wrong reaches us as an answer or an exception.
    logger: { disabled: true },
  })
}

export const databaseOf = (db: Tx) =>
  drizzleAdapter(db as never, {
    provider: 'pg',
    schema: { user, session, account, verification, twoFactor, passkey },
    transaction: false,
  })

const secondStep = (name: string) =>
  secondFactor({
    issuer: name,
    twoFactorCookieMaxAge: challengeMinutes * 60,
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: lockMinutes * 60 },
    backupCodeOptions: { storeBackupCodes: 'encrypted', customBackupCodesGenerate: backupCodes },
  })

/** Told by the answer to a passkey: whether the device made sure who held it. Signed by the device, so it can be trusted. */
export const verifiedBy = 'gate-user-verified'

const passkeysOf = ({ baseUrl, name }: { baseUrl: string; name: string }) =>
  passkeyPlugin({
    rpID: new URL(baseUrl).hostname,
    rpName: name,
    origin: new URL(baseUrl).origin,
    // Kept on the device itself, so that one need not say who one is; a finger or a code where the device can.
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    authentication: {
      afterVerification: ({ ctx, verification }) => {
        ctx?.setHeader(verifiedBy, verification.authenticationInfo.userVerified ? 'yes' : 'no')
      },
    },
    advanced: { webAuthnChallengeCookie: 'passkey' },
  })

// No signs that look alike on paper. Ten of 31 signs are 49 bits, with a lock after ten wrong ones.
const legible = 'abcdefghjkmnpqrstuvwxyz23456789'
const sign = () => legible[randomInt(legible.length)] as string
const backupCodes = () => Array.from({ length: 10 }, () => backupCodeOf(Array.from({ length: 10 }, sign).join('')))

/** A backup code as it was shown, however it was typed. */
export function backupCodeOf(typed: string): string {
  const bare = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `${bare.slice(0, 5)}-${bare.slice(5)}`
}

/** What better-auth answered. A fault of the house is thrown; a refusal is a code. */
export type Reply = {
  ok: boolean
  code: string
  cookies: string[]
  headers: Headers
  body: Record<string, unknown>
}

/** `refusals`: codes that better-auth calls its own fault while it is the caller's. */
export async function replyOf(answer: Promise<Response>, refusals: readonly string[] = []): Promise<Reply> {
  const response = await answer
  const body = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>
  const code = String(body.code ?? response.status)
  if (response.status >= 500 && !refusals.includes(code)) throw new Error(`sign-in failed inside: ${code}`)
  return { ok: response.ok, code, cookies: response.headers.getSetCookie(), headers: response.headers, body }
}
