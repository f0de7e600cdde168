import type { Room } from '#kit/http/types.ts'

/** A question to a partner or a colleague, and what became of it. Never about one child. */
export const requests: Room = { name: 'requests', address: '/vragen' }
