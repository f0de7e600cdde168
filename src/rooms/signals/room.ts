import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { inside } from './routes.tsx'

/** What in the network wants an eye, as every room says it, each with one next step. Nothing of it is kept but what rests. */
export const signals: Room = {
  ...{ name: 'signals', api, address: '/signalen', inside, workers, demo },
  signs: { 'signal_rests.said_by': 'said once that it may rest; it comes back by itself' },
}
