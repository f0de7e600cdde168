import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { fill } from './country/actions.ts'

/** A question to a partner or a colleague, and what became of it. Never about one child. */
export const requests: Room = { name: 'requests', api, address: '/vragen', country: { fill } }
