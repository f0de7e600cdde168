import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { inside } from './routes.tsx'

/** Once a year: does every line go on, change, stop or sleep? Prepared by the house, decided by people. */
export const rounds: Room = {
  ...{ name: 'rounds', api, address: '/jaarronde', inside, demo },
  signs: { 'round_decisions.person_id': 'wrote a decision down, once' },
}
