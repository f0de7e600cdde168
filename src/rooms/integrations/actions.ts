import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Replies } from '#kit/api/replay.ts'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { type Day, dayOf, dayPlus } from '#kit/time/day.ts'
import { eraseContents } from '#kit/trail/erase.ts'
import { mayIntegrate } from './access.ts'
import { mayLastUntil, type TokenSaid } from './forms.ts'
import { endsLetter } from './mails/letters.ts'
import { findByDigest, findReply, findToWarn } from './queries.ts'
import { completed, digestOf, newToken, stateOf, warnOn } from './rules.ts'
import { type Integration, integrations, machineReplies } from './tables.ts'

export type Made = { ok: true; id: string; token: string } | { ok: false; because: 'not-yours' | 'too-long' }

/** A token that acts as me, as far as these scopes go. Told once, here; only its digest is kept. */
export async function makeIntegration(tx: Tx, me: Actor, said: TokenSaid, today: Day): Promise<Made> {
  if (!mayIntegrate(me)) return { ok: false, because: 'not-yours' }
  if (!mayLastUntil(said.expiresOn, today)) return { ok: false, because: 'too-long' }
  const [token, id] = [newToken(), crypto.randomUUID()]
  const { organisationId, personId, accountId } = me
  await tx.insert(integrations).values({
    ...{ organisationId, id, personId, accountId, name: said.name, scopes: completed(said.scopes) },
    ...{ expiresOn: said.expiresOn, tokenDigest: digestOf(token) },
  })
  const day = warnOn(said.expiresOn, today)
  const morning = day > today ? new Date(`${day}T06:00:00Z`) : undefined
  await enqueue(tx, 'integrations.warn', { organisationId, id }, morning)
  return { ok: true, id, token }
}

export type Revoked = { ok: true } | { ok: false; because: 'not-yours' | 'not-found' }

/** From this moment the token opens nothing. */
export async function revokeIntegration(tx: Tx, me: Actor, id: string): Promise<Revoked> {
  if (!mayIntegrate(me)) return { ok: false, because: 'not-yours' }
  const revoked = await tx
    .update(integrations)
    .set({ revokedAt: sql`now()`, revokedBy: me.personId })
    .where(
      and(eq(integrations.organisationId, me.organisationId), eq(integrations.id, id), isNull(integrations.revokedAt)),
    )
    .returning({ id: integrations.id })
  return revoked.length ? { ok: true } : { ok: false, because: 'not-found' }
}

/** As the keeper, for the operator: true when there was one to revoke. */
export async function revokeAsOperator(tx: Tx, id: string): Promise<boolean> {
  const revoked = await tx
    .update(integrations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(integrations.id, id), isNull(integrations.revokedAt)))
    .returning({ id: integrations.id })
  return revoked.length > 0
}

/** As a guest who brings a token: whose it is, while it lasts. The day of its last use is noted once a day. */
export async function bringToken(tx: Tx, tokenDigest: string, today: Day): Promise<Integration | undefined> {
  const found = await findByDigest(tx, tokenDigest)
  if (!found || stateOf(found, today) !== 'works') return undefined
  if (found.lastUsedOn !== today)
    await tx.update(integrations).set({ lastUsedOn: today }).where(eq(integrations.tokenDigest, tokenDigest))
  return found
}

/** As the keeper: two weeks before a token ends its maker gets a letter, unless it was revoked meanwhile. */
export async function warnMaker(tx: Tx, { organisationId, id }: Record<string, unknown>, baseUrl: string) {
  const found = await findToWarn(tx, String(organisationId), String(id))
  if (!found?.mail || stateOf(found.integration, dayOf(new Date())) !== 'works') return
  const { name, expiresOn } = found.integration
  const to = { to: found.mail, maker: found.name, language: found.language ?? 'nl' }
  await enqueueMail(tx, endsLetter({ ...to, name, until: expiresOn, baseUrl }))
}

/** Where the router keeps what it answered, so that a program may ask twice. */
export const replies: Replies = {
  async claim(tx, { tokenId }, { key, fingerprint }) {
    const claimed = await tx
      .insert(machineReplies)
      .values({ tokenId, key, fingerprint })
      .onConflictDoNothing()
      .returning({ key: machineReplies.key })
    return claimed.length > 0
  },
  kept: (tx, { tokenId }, key) => findReply(tx, tokenId, key),
  async keep(tx, { tokenId }, key, text) {
    await tx
      .update(machineReplies)
      .set({ text })
      .where(and(eq(machineReplies.tokenId, tokenId), eq(machineReplies.key, key)))
  },
}

/** As the keeper, once a day: answers of more than a day ago, and tokens that ended more than a year ago. */
export async function forgetIntegrations(tx: Tx, now: Date): Promise<number> {
  await tx.delete(machineReplies).where(lt(machineReplies.at, new Date(now.getTime() - 86_400_000)))
  const yearAgo = dayPlus(dayOf(now), -365)
  const gone = await tx
    .delete(integrations)
    .where(or(lt(integrations.expiresOn, yearAgo), lt(integrations.revokedAt, new Date(`${yearAgo}T00:00:00Z`))))
    .returning({ id: integrations.id })
  await eraseContents(
    tx,
    'integrations',
    gone.map(({ id }) => id),
  )
  return gone.length
}
