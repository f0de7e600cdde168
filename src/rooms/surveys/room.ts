import type { Room } from '#kit/http/types.ts'
import { workers } from './jobs.ts'
import { inside, street } from './routes.tsx'

/** What the team thinks of a plan: openly, or with totals only, where nothing keeps who said what. */
export const surveys: Room = {
  name: 'surveys',
  address: '/stemmingen',
  street,
  inside,
  workers,
  secretAddresses: ['/stem'],
}
