import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { busyTimes, planWeek } from './commands.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { inside } from './routes.tsx'

/** When partners are in the building, and in which room. */
export const agenda: Room = {
  name: 'agenda',
  api,
  address: '/agenda',
  inside,
  errands: [busyTimes, planWeek],
  demo,
  country: { fill },
}
