import { and, count, desc, eq, sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Asker, Caller } from './caller.ts'
import { headersWith, kept, tokenSet } from './cookies.ts'
import { type Reply, replyOf, verifiedBy } from './engine.ts'
import { freshened, isFresh, type Proved } from './fresh.ts'
import { digestOf } from './hashed.ts'
import type { Inner } from './inner.ts'
import { letThrough, type SignedIn, tookTwoSteps } from './signin.ts'
import { passkey, session } from './tables.ts'

const mostEach = 20

/** What the browser is asked to sign, as its own JSON functions want it, and the cookie that says who was asked. */
export type Task = { ok: true; options: unknown; cookies: string[] }
export type KnownPasskey = { id: string; name: string; madeAt: Date; usedAt: Date | undefined; synced: boolean }

/** Before a passkey is added one has just proved who one is: it opens everything from then on. */
export async function passkeyToMake(
  g: Inner,
  caller: Asker,
): Promise<Task | { ok: false; because: 'signed-out' | 'stale' | 'enough' }> {
  const who = await g.whoIs(caller.headers)
  if (!who) return { ok: false, because: 'signed-out' }
  if (!isFresh(who, new Date())) return { ok: false, because: 'stale' }
  const [has] = await g.db.select({ of: count() }).from(passkey).where(eq(passkey.userId, who.accountId))
  if ((has?.of ?? 0) >= mostEach) return { ok: false, because: 'enough' }
  const headers = headersWith(caller.headers, g.names.session)
  return taskOf(g, await replyOf(g.engine.api.generatePasskeyRegistrationOptions({ headers, asResponse: true })))
}

const taskOf = (g: Inner, reply: Reply): Task => {
  if (!reply.ok) throw new Error(`no question for a passkey: ${reply.code}`)
  return { ok: true, options: reply.body, cookies: kept(reply.cookies, g.names) }
}

export async function addPasskey(
  g: Inner,
  given: { answer: string; name: string },
  caller: Asker,
): Promise<{ ok: true } | { ok: false; because: 'signed-out' | 'stale' | 'wrong' }> {
  const who = await g.whoIs(caller.headers)
  if (!who) return { ok: false, because: 'signed-out' }
  if (!isFresh(who, new Date())) return { ok: false, because: 'stale' }
  const response = read(given.answer, made)
  if (!response) return { ok: false, because: 'wrong' }
  const headers = headersWith(caller.headers, g.names.session, g.names.passkey)
  const body = { response, name: given.name.slice(0, 80) }
  const reply = await replyOf(g.engine.api.verifyPasskeyRegistration({ body, headers, asResponse: true }), [
    'FAILED_TO_VERIFY_REGISTRATION',
  ])
  if (!reply.ok) return { ok: false, because: 'wrong' }
  // She just proved who she is, and the key is hers to hold: that is two.
  await tookTwoSteps(g, who.sessionId)
  g.forget(caller.headers)
  g.background(() => g.sendMail({ kind: 'passkey-added', to: who.email, name: who.name, language: undefined }))
  return { ok: true }
}

export async function passkeys(g: Inner, { headers }: Asker): Promise<KnownPasskey[]> {
  const who = await g.whoIs(headers)
  if (!who) return []
  const rows = await g.db
    .select()
    .from(passkey)
    .where(eq(passkey.userId, who.accountId))
    .orderBy(desc(passkey.createdAt), passkey.id)
  return rows.map(({ id, name, createdAt, usedAt, backedUp }) => ({
    ...{ id, name: name ?? '', madeAt: createdAt, usedAt: usedAt ?? undefined, synced: backedUp },
  }))
}

/** One of the asker's own; false when there is none like it, or when she has not just proved who she is. */
export async function removePasskey(g: Inner, id: string, { headers }: Asker): Promise<boolean> {
  const who = await g.whoIs(headers)
  if (!who || !isFresh(who, new Date())) return false
  const gone = await g.db
    .delete(passkey)
    .where(and(eq(passkey.id, id), eq(passkey.userId, who.accountId)))
    .returning({ id: passkey.id })
  return gone.length > 0
}

/** For whoever wants in: any passkey of this house will do, so the question tells nothing of who has one. */
export const passkeyToSignIn = (g: Inner, caller: Asker) => passkeyToUse(g, headersWith(caller.headers))

/** For whoever is in and proves it again: one of her own. */
export const passkeyToProve = (g: Inner, caller: Asker) => passkeyToUse(g, headersWith(caller.headers, g.names.session))

const passkeyToUse = async (g: Inner, headers: Headers) =>
  taskOf(g, await replyOf(g.engine.api.generatePasskeyAuthenticationOptions({ headers, asResponse: true })))

/** Counts as two steps only when the device itself asked for a finger, a face or a code. */
export async function signInByPasskey(g: Inner, answer: string, caller: Caller): Promise<SignedIn> {
  const by = await useOf(g, answer, caller)
  return by ? letThrough(g, by.accountId, caller, { enough: by.verified }) : { ok: false, because: 'wrong' }
}

export async function provePasskey(g: Inner, answer: string, caller: Caller): Promise<Proved> {
  const who = await g.whoIs(caller.headers)
  if (!who) return { ok: false, because: 'signed-out' }
  const by = await useOf(g, answer, caller)
  if (!by?.verified || by.accountId !== who.accountId) return { ok: false, because: 'wrong' }
  await tookTwoSteps(g, who.sessionId)
  return freshened(g, who, caller)
}

/** Whose passkey signed what we asked. better-auth opens a session with it; that one is not handed out. */
async function useOf(g: Inner, answer: string, caller: Asker) {
  const response = read(answer, used)
  if (!response) return undefined
  const headers = headersWith(caller.headers, g.names.passkey)
  const reply = await replyOf(
    g.engine.api.verifyPasskeyAuthentication({ body: { response }, headers, asResponse: true }),
  )
  if (!reply.ok) return undefined
  const token = tokenSet(reply.cookies, g.names, g.secret)
  if (token) await g.db.delete(session).where(eq(session.token, digestOf(token)))
  await g.db.update(passkey).set({ usedAt: sql`now()` }).where(eq(passkey.credentialID, response.id))
  const { user } = reply.body as { user: { id: string } }
  return { accountId: user.id, verified: reply.headers.get(verifiedBy) === 'yes' }
}

const anyKey = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
})
const made = anyKey.extend({
  response: z.looseObject({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).optional(),
  }),
})
const used = anyKey.extend({
  response: z.looseObject({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
})

/** What the browser's script put in the form, when it is what a browser makes. */
function read<T extends z.ZodType>(answer: string, shape: T): z.infer<T> | undefined {
  if (answer.length > 20_000) return undefined
  try {
    return shape.safeParse(JSON.parse(answer)).data
  } catch {
    return undefined
  }
}
