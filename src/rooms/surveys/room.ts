import type { Room } from '#kit/http/types.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { inside, street } from './routes.tsx'
import { pollsClosing } from './waiting/queries.ts'

/** What the team thinks of a plan: openly, or with totals only, where nothing keeps who said what. */
export const surveys: Room = {
  name: 'surveys',
  address: '/stemmingen',
  street,
  inside,
  workers,
  demo,
  secretAddresses: ['/stem'],
  signals: [pollsClosing],
  signs: {
    'polls.asked_by': 'asked the team, once; it closes by itself on its day',
    'poll_voters.person_id': 'may vote, herself and nobody in her place',
    'poll_votes.person_id': 'said openly what she thinks, once',
  },
}
