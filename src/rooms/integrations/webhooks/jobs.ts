import { secretOf } from '#kit/gate/secret.ts'
import { postOutside } from '#kit/http/outside.ts'
import type { HouseForWorkers } from '#kit/http/types.ts'
import type { Workers } from '#kit/jobs/work.ts'
import { dayOf } from '#kit/time/day.ts'
import { deliverable, noteDelivery } from './actions.ts'
import { restsUntil, secretFor, signed } from './rules.ts'

type Payload = { organisationId: string; id: string; message: { id: string } & Record<string, string> }

/** Tells one address one thing. What did not arrive is thrown, so that the outbox tries again, later each time. */
export const workers = ({ asKeeper, config }: HouseForWorkers): Workers => ({
  async 'webhooks.deliver'(payload) {
    const { organisationId, id, message } = payload as Payload
    const now = new Date()
    const webhook = await asKeeper((tx) => deliverable(tx, organisationId, id, dayOf(now)))
    if (!webhook) return
    if (restsUntil(webhook, now)) throw new Error('webhook rests')
    const body = JSON.stringify(message)
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'KorteLijnen-Webhook/1',
      ...signed(secretFor(secretOf(config), id), { id: `${message.id}`, at: now, body }),
    }
    const { ok, status, because } = await postOutside({
      address: webhook.address,
      headers,
      body,
      near: config.development,
    })
    await asKeeper((tx) => noteDelivery(tx, webhook, { ok, status, now }, config.baseUrl))
    if (!ok) throw new Error(`webhook did not arrive: ${status ?? because ?? 'unknown'}`)
  },
})
