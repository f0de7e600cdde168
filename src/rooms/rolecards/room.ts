import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { inside } from './routes.tsx'

/** What each role does, decides and is asked about, who has it, and what the house opens for it. */
export const rolecards: Room = { name: 'rolecards', api, address: '/rollen', inside, demo }
