import type { Room } from '#kit/http/types.ts'
import { inside } from './routes.tsx'

/** Vandaag: one screen with what is going on and what waits. Owns no tables. */
export const home: Room = { name: 'home', address: '/', inside }
