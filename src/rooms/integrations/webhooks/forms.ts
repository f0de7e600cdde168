import type * as z from 'zod'
import { form, needed, several } from '#kit/form/form.ts'
import { events } from './rules.ts'

/** An address elsewhere, and what it is told. Whether it is a fit address is looked at when it is sent to as well. */
export const webhookForm = form({
  name: needed(80, { missing: 'error.name', tooLong: 'error.name.long' }),
  address: needed(500, { missing: 'error.address', tooLong: 'error.address' }),
  events: several(events).refine((chosen) => chosen.length > 0, 'error.events'),
})
export type WebhookSaid = z.infer<typeof webhookForm.schema>
