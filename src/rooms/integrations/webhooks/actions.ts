import { and, eq } from 'drizzle-orm'
import type * as z from 'zod'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { unfit } from '#kit/http/outside.ts'
import { enqueue } from '#kit/jobs/work.ts'
import { enqueueMail } from '#kit/mail/send.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { mayIntegrate } from '../access.ts'
import { stoppedLetter } from '../mails/letters.ts'
import { type Webhook, webhooks } from '../tables.ts'
import type { WebhookSaid } from './forms.ts'
import { findMoment, findWebhook, listenersTo, webhooksOf } from './queries.ts'
import { eventOf, isHopeless, mostWebhooks, type webhookMessage } from './rules.ts'

export type Added = { ok: true; id: string } | { ok: false; because: 'not-yours' | 'address' | 'too-many' }

/** From now on this address hears of these moments. */
export async function addWebhook(tx: Tx, me: Actor, said: WebhookSaid, { near }: { near: boolean }): Promise<Added> {
  if (!mayIntegrate(me)) return { ok: false, because: 'not-yours' }
  if (unfit(said.address, { near })) return { ok: false, because: 'address' }
  if ((await webhooksOf(tx, me.organisationId)).length >= mostWebhooks) return { ok: false, because: 'too-many' }
  const id = crypto.randomUUID()
  await tx.insert(webhooks).values({ organisationId: me.organisationId, id, personId: me.personId, ...said })
  return { ok: true, id }
}

export async function removeWebhook(tx: Tx, me: Actor, id: string): Promise<boolean> {
  const gone = await tx
    .delete(webhooks)
    .where(and(eq(webhooks.organisationId, me.organisationId), eq(webhooks.id, id)))
    .returning({ id: webhooks.id })
  return gone.length > 0
}

/** As the keeper: something happened to a request; whoever listens is told, each on her own. */
export async function announce(tx: Tx, { schoolId, id }: Record<string, unknown>): Promise<void> {
  const moment = await findMoment(tx, String(schoolId), String(id))
  const event = moment && eventOf(moment.kind)
  if (!moment || !event) return
  // After the last day of a line it is the school's memory only.
  const lasts = !moment.until || moment.until >= dayOf(moment.at)
  const sides = [moment.schoolId, ...(moment.partnerId && lasts ? [moment.partnerId] : [])]
  for (const listener of await listenersTo(tx, sides, event))
    await enqueue(tx, 'webhooks.deliver', {
      ...listener,
      message: {
        id: moment.id,
        event,
        at: moment.at.toISOString(),
        schoolId: moment.schoolId,
        requestId: moment.requestId,
      } satisfies z.infer<typeof webhookMessage>,
    })
}

/** As the keeper: where to deliver; nothing when it was stopped, or its maker may no longer have one. */
export async function deliverable(
  tx: Tx,
  organisationId: string,
  id: string,
  today: Day,
): Promise<Webhook | undefined> {
  const found = await findWebhook(tx, organisationId, id)
  if (!found || found.webhook.stoppedAt) return undefined
  const stays = found.roles && mayIntegrate({ roles: found.roles }) && (!found.until || found.until >= today)
  return stays ? found.webhook : undefined
}

type Outcome = { ok: boolean; status: number | undefined; now: Date }
const itIs = ({ organisationId, id }: Webhook) => and(eq(webhooks.organisationId, organisationId), eq(webhooks.id, id))

/** As the keeper: how it went. After days in which nothing arrived it is stopped, and its maker told. */
export async function noteDelivery(tx: Tx, webhook: Webhook, { ok, status, now }: Outcome, baseUrl: string) {
  if (ok) return noteArrival(tx, webhook, dayOf(now))
  const hopeless = isHopeless(webhook.failingSince, now)
  const since = webhook.failingSince ?? now
  await tx
    .update(webhooks)
    .set({ failingSince: since, triedAt: now, lastStatus: status ?? null, ...(hopeless ? { stoppedAt: now } : {}) })
    .where(itIs(webhook))
  const found = hopeless ? await findWebhook(tx, webhook.organisationId, webhook.id) : undefined
  if (!found?.mail) return
  const to = { to: found.mail, maker: found.maker, language: found.language ?? 'nl' }
  await enqueueMail(tx, stoppedLetter({ ...to, name: webhook.name, baseUrl }))
}

/** Written once a day while all goes well: how often something is told is nobody's business either. */
async function noteArrival(tx: Tx, webhook: Webhook, today: Day) {
  if (webhook.lastArrivedOn === today && !webhook.failingSince) return
  await tx
    .update(webhooks)
    .set({ lastArrivedOn: today, failingSince: null, triedAt: null, lastStatus: null })
    .where(itIs(webhook))
}
