import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'

/** The trade's own words: partner types, sectors, roles, motives, topics. Owns no tables and no pages. */
export const trade: Room = { name: 'trade', api }
