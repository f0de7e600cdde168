import { and, desc, eq, gt, ne, sql } from 'drizzle-orm'
import type { Asker } from './caller.ts'
import { longest, readSigned } from './cookies.ts'
import { idleHours } from './engine.ts'
import { digestOf } from './hashed.ts'
import type { Inner } from './inner.ts'
import { session, user } from './tables.ts'

export type Who = {
  accountId: string
  email: string
  name: string
  sessionId: string
  twoFactorOn: boolean
  /** This session was opened with more than one step, in whichever way. */
  twoSteps: boolean
  /** When this person last proved who she is in this session. */
  freshAt: Date
}
export type OpenSession = { id: string; startedAt: Date; seenAt: Date; device: string; current: boolean }

const seenEvery = 10 * 60_000

/** Who is asking. Looked up once per request: the answer is kept as long as that request's headers are. */
export function recogniser(g: Pick<Inner, 'db' | 'names' | 'secret'>) {
  const asked = new WeakMap<Headers, Promise<Who | undefined>>()
  return {
    whoIs(headers: Headers): Promise<Who | undefined> {
      const known = asked.get(headers) ?? lookUp(g, headers)
      asked.set(headers, known)
      return known
    },
    forget: (headers: Headers) => asked.delete(headers),
  }
}

async function lookUp(
  { db, names, secret }: Pick<Inner, 'db' | 'names' | 'secret'>,
  headers: Headers,
): Promise<Who | undefined> {
  const token = readSigned(headers, names.session, secret)
  if (!token) return undefined
  const [row] = await db
    .select({
      who: {
        accountId: user.id,
        email: user.email,
        name: user.name,
        sessionId: session.id,
        twoFactorOn: user.twoFactorEnabled,
        twoSteps: sql<boolean>`${user.twoFactorEnabled} or ${session.twoSteps}`,
        freshAt: session.freshAt,
      },
      seenAt: session.updatedAt,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.token, digestOf(token)), gt(session.expiresAt, sql`now()`)))
  if (row && Date.now() - row.seenAt.getTime() > seenEvery) await seen(db, row.who.sessionId)
  return row?.who
}

/** Being used keeps a session alive, but never longer than a week after signing in. */
const seen = (db: Inner['db'], sessionId: string) =>
  db
    .update(session)
    .set({
      updatedAt: sql`now()`,
      expiresAt: sql`least(now() + make_interval(hours => ${idleHours}), ${session.createdAt} + make_interval(secs => ${longest}))`,
    })
    .where(and(eq(session.id, sessionId), gt(session.expiresAt, sql`now()`)))

export async function sessions(g: Inner, { headers }: Asker): Promise<OpenSession[]> {
  const who = await g.whoIs(headers)
  if (!who) return []
  const rows = await g.db
    .select({ id: session.id, startedAt: session.createdAt, seenAt: session.updatedAt, device: session.userAgent })
    .from(session)
    .where(and(eq(session.userId, who.accountId), gt(session.expiresAt, sql`now()`)))
    .orderBy(desc(session.updatedAt))
  return rows.map((row) => ({ ...row, device: row.device ?? '', current: row.id === who.sessionId }))
}

/** Ends one of the asker's own sessions; false when there is none like it. */
export async function endSession(g: Inner, sessionId: string, { headers }: Asker): Promise<boolean> {
  const who = await g.whoIs(headers)
  if (!who) return false
  const ended = await g.db
    .delete(session)
    .where(and(eq(session.id, sessionId), eq(session.userId, who.accountId)))
    .returning({ id: session.id })
  if (sessionId === who.sessionId) g.forget(headers)
  return ended.length > 0
}

export async function endOtherSessions(g: Inner, { headers }: Asker): Promise<number> {
  const who = await g.whoIs(headers)
  if (!who) return 0
  const ended = await g.db
    .delete(session)
    .where(and(eq(session.userId, who.accountId), ne(session.id, who.sessionId)))
    .returning({ id: session.id })
  return ended.length
}
