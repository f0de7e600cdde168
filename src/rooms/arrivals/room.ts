import type { Room } from '#kit/http/types.ts'
import { demo } from './demo.ts'
import { inside } from './routes.tsx'

/** Somebody arrives: how the school works, for a partner’s newcomer and for a new colleague. */
export const arrivals: Room = {
  ...{ name: 'arrivals', address: '/welkomstmap', inside, demo },
  signs: {
    'welcome_packs.written_by': 'wrote it, once',
    'introductions.person_id': 'whom she meets is hers alone',
  },
}
