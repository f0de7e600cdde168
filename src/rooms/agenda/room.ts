import type { Room } from '#kit/http/types.ts'

export const agenda: Room = { name: 'agenda' }
