import type { Room } from '#kit/http/types.ts'
import { findMoments } from './commands.ts'

/** When can we all? */
export const meetings: Room = { name: 'meetings', errands: [findMoments] }
