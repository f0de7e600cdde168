import type { Room } from '#kit/http/types.ts'

export const home: Room = { name: 'home' }
