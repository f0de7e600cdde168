import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { inside } from './routes.tsx'

/** The days of a school year: when it is closed, and what it holds. */
export const days: Room = { name: 'days', api, address: '/jaarplan', inside, demo, country: { fill } }
