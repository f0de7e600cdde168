import { documentOf } from '#kit/api/document.ts'
import type { Operation } from '#kit/api/operation.ts'
import { webhookMessage } from '#rooms/integrations/door.ts'
import { rooms } from './rooms.ts'

/** Everything programs may ask, room by room. */
export const operations: readonly Operation[] = rooms.flatMap((room) => room.api ?? [])

export const tags = [
  {
    name: 'House',
    description: 'Who we are: the organisation, its groups, rooms and times, and the words of the trade.',
  },
  { name: 'People', description: 'Colleagues: roles, days, who stands in.' },
  { name: 'Partners', description: 'The short lines to everybody a school works with, and whom to ring there.' },
  { name: 'Presence', description: 'Which partner is in the building when.' },
  { name: 'Signpost', description: 'Whom can I turn to?' },
  { name: 'Requests', description: 'A question to a partner, and what became of it.' },
  { name: 'Network', description: 'What colleagues say of a partner, where nobody is, and the network seen as one.' },
  { name: 'Sharing', description: 'What schools offer each other.' },
  { name: 'Parents', description: 'The page for parents: whether it is open, and what stands on it.' },
  { name: 'Takeovers', description: 'How far a list is that comes in.' },
  { name: 'Agreements', description: 'What was agreed with a partner, whether it was kept, and when one last spoke.' },
  { name: 'Plans', description: 'What the school wants, what it chose and why, and what was offered to it.' },
  { name: 'Meetings', description: 'When people of several organisations come together.' },
  { name: 'Days', description: 'When the school is closed, and what its year holds.' },
  { name: 'Handovers', description: 'What hangs on who leaves, and who stops at a partner.' },
  { name: 'Rounds', description: 'Once a year: does a line go on, change, stop or sleep?' },
  { name: 'Occasions', description: 'Whom to invite, send a card or bring something.' },
] as const

const description = `A token belongs to one organisation and acts as whoever made it, as far as its scopes go; it stops
when she leaves. Make one under Koppelingen and send it as \`Authorization: Bearer kl_…\`. Cookies count for nothing
here, and no other site may read the answers (no CORS).

Lists come in pages: \`limit\` (at most 100) and \`cursor\`. What is fetched has an \`ETag\`; what is put needs it as
\`If-Match\`. A POST with an \`Idempotency-Key\` is done once, however often it is sent within a day. What is refused is
answered as \`application/problem+json\` with a sentence, and with the fields that are not right.

Never about a named child: no operation takes or gives anything about one.`

/** The document of the API. Drawn into docs/openapi.json by bin/check, served at /api/v1/openapi.json. */
export const openApi = () =>
  documentOf(operations, {
    title: 'Korte Lijnen',
    version: '1.0.0',
    summary: 'Whom can I turn to, whom do we work with, and what became of what we asked.',
    description,
    licence: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    told: { message: webhookMessage, tag: 'Requests' },
    tags: tags.filter(({ name }) => operations.some(({ tag }) => tag === name)),
  })
