import type { Room } from '#kit/http/types.ts'

export const network: Room = { name: 'network' }
