import { createHmac } from 'node:crypto'
import * as z from 'zod'

/** What a webhook can be told of. Each is a moment of a request. */
export const events = [
  'request.asked',
  'request.accepted',
  'request.declined',
  'request.answered',
  'request.done',
  'request.withdrawn',
  'request.rerouted',
] as const
export type Event = (typeof events)[number]
/** What is told: ids and what happened, never a word or a name. `id` is that of the moment: told twice, it is the same. */
export const webhookMessage = z
  .object({
    id: z.uuid(),
    event: z.enum(events),
    at: z.iso.datetime(),
    schoolId: z.uuid(),
    requestId: z.uuid(),
  })
  .meta({ id: 'WebhookMessage', description: 'Ids and what happened; never a word or a name.' })
export const eventOf = (moment: string): Event | undefined => events.find((event) => event === `request.${moment}`)

export const mostWebhooks = 5
export const daysOfFailing = 3

/**
 * The secret with which a webhook is signed. Worked out from the house's own secret rather than kept, so that whoever
 * reads the database, its trail or a backup cannot sign. Another SECRET for the house is another one for each webhook.
 */
export const secretFor = (house: string, id: string) =>
  `whsec_${createHmac('sha256', house).update(`webhook\n${id}`).digest('base64')}`

/** As Standard Webhooks has it: id, moment and body together, so that neither can be swapped or sent again later. */
export function signed(
  secret: string,
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}

/** While it fails, it is tried once a minute at most; what waits is tried later. */
export const restsUntil = ({ failingSince, triedAt }: { failingSince: Date | null; triedAt: Date | null }, now: Date) =>
  failingSince !== null && triedAt !== null && now.getTime() - triedAt.getTime() < 55_000

export const isHopeless = (failingSince: Date | null, now: Date) =>
  failingSince !== null && now.getTime() - failingSince.getTime() > daysOfFailing * 86_400_000
