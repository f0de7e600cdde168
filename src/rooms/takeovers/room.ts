import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { workers } from './jobs.ts'
import { inside } from './routes.tsx'

/** A list on its way in: how far it is, stopping it, and taking it back as one. */
export const takeovers: Room = {
  ...{ name: 'takeovers', api, inside, workers },
  signs: { 'takeovers.person_id': 'brought the list in, once' },
}
