import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { dayPlan, isColleague, spaces } from '#rooms/people/door.ts'
import { findLine } from '../queries.ts'
import { mayFollowVisits } from './access.ts'
import type { What } from './forms.ts'
import { feedsOf } from './queries.ts'
import { digestOfFeed, mostFeeds, newSecret } from './rules.ts'
import { feeds } from './tables.ts'

export type Made =
  | { ok: true; secret: string; kind: What['kind'] }
  | { ok: false; because: 'not-yours' | 'not-found' | 'no-such-space' | 'too-many' }

/** A secret address that shows what I may see. Told once, here; only its digest is kept. */
export async function makeFeed(tx: Tx, me: Actor, what: What): Promise<Made> {
  const may = what.kind === 'visits' ? mayFollowVisits(me) : isColleague(me)
  if (!may) return { ok: false, because: 'not-yours' }
  if (what.spaceId && !(await hasSpace(tx, me.organisationId, what.spaceId)))
    return { ok: false, because: 'no-such-space' }
  if (!(await isThere(tx, me, what))) return { ok: false, because: 'not-found' }
  if ((await feedsOf(tx, me)).length >= mostFeeds) return { ok: false, because: 'too-many' }
  const secret = newSecret()
  const { organisationId: schoolId, personId, accountId } = me
  await tx.insert(feeds).values({ schoolId, personId, accountId, ...what, tokenDigest: digestOfFeed(secret) })
  return { ok: true, secret, kind: what.kind }
}

/** A group of this school, a partner of this school, or a school where this partner comes. */
async function isThere(tx: Tx, me: Actor, { kind, groupId, relationId }: What): Promise<boolean> {
  if (groupId) return (await dayPlan(tx, me.organisationId)).groups.some(({ id }) => id === groupId)
  if (!relationId) return true
  const line = await findLine(tx, relationId)
  return kind === 'visits' ? line?.organisationId === me.organisationId : line?.schoolId === me.organisationId
}

const hasSpace = async (tx: Tx, schoolId: string, id: string) =>
  (
    await tx
      .select({ id: spaces.id })
      .from(spaces)
      .where(and(eq(spaces.schoolId, schoolId), eq(spaces.id, id)))
  ).length > 0

const myFeed = (me: Actor, id: string) =>
  and(eq(feeds.schoolId, me.organisationId), eq(feeds.id, id), eq(feeds.personId, me.personId))

/** A new address; from this moment the old one opens nothing. */
export async function renewFeed(tx: Tx, me: Actor, id: string): Promise<Made> {
  const secret = newSecret()
  const renewed = await tx
    .update(feeds)
    .set({ tokenDigest: digestOfFeed(secret) })
    .where(myFeed(me, id))
    .returning({ kind: feeds.kind })
  return renewed[0] ? { ok: true, secret, kind: renewed[0].kind } : { ok: false, because: 'not-found' }
}

export async function removeFeed(tx: Tx, me: Actor, id: string): Promise<{ ok: boolean }> {
  const gone = await tx.delete(feeds).where(myFeed(me, id)).returning({ id: feeds.id })
  return { ok: gone.length > 0 }
}
