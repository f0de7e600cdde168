import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { busyTimes, planWeek } from './commands.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { inside as feeds } from './feeds/routes.tsx'
import { hoursOfTheirs, sayHours } from './outside/queries.ts'
import { inside } from './routes.tsx'
import { words } from './words/words.ts'

/** When partners are in the building, and in which room. */
export const agenda: Room = {
  name: 'agenda',
  api,
  address: '/agenda',
  inside: inside.route('/', feeds),
  secretAddresses: ['/agenda/feed'],
  errands: [busyTimes, planWeek],
  demo,
  country: { fill },
  outside: {
    hangs: [
      {
        ...{ kind: 'agenda.hours', columns: [], after: 'stays' },
        ...{ name: (language) => words.in(language)['hangs.hours'], things: hoursOfTheirs, say: sayHours },
      },
    ],
  },
  signs: { 'feeds.person_id': 'her own calendar address; it acts as her and ends with her' },
}
