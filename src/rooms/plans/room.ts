import type { Room } from '#kit/http/types.ts'
import { demo } from './demo.ts'
import { street } from './desk/routes.tsx'
import { workers } from './jobs.ts'
import { inside } from './routes.tsx'

/** With whom, why, instead of what: the school's vision, the choice of a partner, and what nobody asked for. */
export const plans: Room = { name: 'plans', address: '/keuzes', street, inside, workers, demo }
