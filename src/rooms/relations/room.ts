import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { inside } from './routes.tsx'

/** How a school works together with a partner: who holds the line, why, and whom she rings there. */
export const relations: Room = { name: 'relations', api, inside, workers, demo, country: { fill } }
