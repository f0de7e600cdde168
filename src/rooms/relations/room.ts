import type { Room } from '#kit/http/types.ts'

export const relations: Room = { name: 'relations' }
