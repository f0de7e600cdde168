import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { analyseNetwork } from './commands.ts'
import { inside } from './routes.tsx'

/** The network seen as one: who holds what, the map, the organogram; and figures that say something. */
export const picture: Room = { name: 'picture', api, address: '/kaart', inside, errands: [analyseNetwork] }
