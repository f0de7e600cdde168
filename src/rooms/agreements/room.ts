import type { Room } from '#kit/http/types.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { receive } from './listens.ts'
import { inside } from './routes.tsx'
import { street } from './sides/routes.tsx'

/** What was agreed with a partner and whether it was kept, when one last spoke, and whose turn it is. */
export const agreements: Room = {
  ...{ name: 'agreements', address: '/afspraken', secretAddresses: ['/aan-tafel'] },
  ...{ street, inside, workers, receive, demo },
}
