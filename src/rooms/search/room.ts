import type { Room } from '#kit/http/types.ts'
import { inside } from './routes.tsx'

/** One field for partners and people of one's own school; for a partner, the schools she works with. */
export const search: Room = { name: 'search', address: '/zoeken', inside }
