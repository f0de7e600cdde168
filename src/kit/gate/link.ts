import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { addressProven } from './accounts.ts'
import type { Caller } from './caller.ts'
import { readSigned, setCookie } from './cookies.ts'
import type { Inner } from './inner.ts'
import { letThrough, type SignedIn } from './signin.ts'
import { user } from './tables.ts'

export const linkMinutes = 15

/**
 * A letter with a link that signs in once. Says nothing about whether there is such an account: the answer, the cookie
 * and the time it takes are the same. The link works in the browser that asked for it only, so that a letter passed on
 * to somebody else opens nothing there.
 */
export async function requestLink(
  g: Inner,
  given: { email: string; language?: string; path?: string },
  caller: Caller,
): Promise<{ cookies: string[] }> {
  const email = given.email.trim().toLowerCase()
  const browser = readSigned(caller.headers, g.names.link, g.secret) ?? randomBytes(24).toString('base64url')
  if (await g.throttle.mayAskForLetter(email, caller)) g.background(() => sendLink(g, { ...given, email, browser }))
  return { cookies: [setCookie(g.names.link, browser, g.secret, linkMinutes * 60)] }
}

type Asked = { email: string; language?: string; path?: string; browser: string }

async function sendLink(g: Inner, { email, language, path = '/', browser }: Asked) {
  const [found] = await g.db.select({ id: user.id, name: user.name }).from(user).where(eq(user.email, email))
  if (!found) return
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + linkMinutes * 60_000)
  const { internalAdapter } = await g.engine.$context
  await internalAdapter.createVerificationValue({ value: found.id, identifier: linkOf(token, browser), expiresAt })
  await g.sendMail({ kind: 'link', to: email, name: found.name, language, token, path, minutes: linkMinutes })
}

/** What is looked for has both halves in it: the letter's and the browser's. The database has a digest of them. */
const linkOf = (token: string, browser: string) => `sign-in-link:${token}:${browser}`

/** Whether the button would work, for the page that the link opens. Changes nothing: whoever scans mail opens links. */
export async function linkStands(g: Inner, token: string, caller: Caller): Promise<boolean> {
  const browser = readSigned(caller.headers, g.names.link, g.secret)
  if (!browser) return false
  const pending = await (await g.engine.$context).internalAdapter.findVerificationValue(linkOf(token, browser))
  return pending !== null && pending.expiresAt > new Date()
}

/** The button behind the link. Works once; the second step is asked as after a password. */
export async function signInByLink(
  g: Inner,
  token: string,
  caller: Caller,
): Promise<SignedIn | { ok: false; because: 'expired' }> {
  const browser = readSigned(caller.headers, g.names.link, g.secret)
  if (!browser) return { ok: false, because: 'expired' }
  const { internalAdapter } = await g.engine.$context
  const used = await internalAdapter.consumeVerificationValue(linkOf(token, browser))
  if (!used || used.expiresAt < new Date()) return { ok: false, because: 'expired' }
  await addressProven(g, used.value)
  return letThrough(g, used.value, caller)
}
