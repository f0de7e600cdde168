import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { inside } from './routes.tsx'
import { loneLines } from './waiting/queries.ts'

/** What each partner can do, for which questions, near whom: list, card, and lists from elsewhere. */
export const network: Room = {
  ...{ name: 'network', api, address: '/netwerk', inside, workers, demo, country: { fill } },
  signals: [loneLines],
  signs: {
    'omissions.decided_by': 'decided it for the school; looked at again every year by whoever tends the network',
    'tips.author_id': 'her own experience: nobody else can tell it',
  },
}
