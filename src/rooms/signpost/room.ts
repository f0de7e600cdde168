import type { Room } from '#kit/http/types.ts'

export const signpost: Room = { name: 'signpost' }
