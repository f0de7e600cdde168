import type { Room } from '#kit/http/types.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { inside } from './routes.tsx'

/** What head and care coordinator speak about every two weeks, proposed from facts. No program reads it, and nobody else. */
export const tandem: Room = { name: 'tandem', address: '/tandem', inside, workers, demo }
