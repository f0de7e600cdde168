import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { inside } from './routes.tsx'

/** Schools help each other: a partner, a text or a playbook offered, item by item, and taken over as a copy. */
export const sharing: Room = {
  ...{ name: 'sharing', api, address: '/delen', inside, workers, demo },
  signs: {
    'offer_sources.offered_by': 'offered it on behalf of the school, which still does',
    'takings.taken_by': 'took it over, once',
  },
}
