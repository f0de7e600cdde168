import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { busyTimes, planWeek } from './commands.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { inside as exceptions } from './exceptions/routes.tsx'
import { inside as feeds } from './feeds/routes.tsx'
import { inside as hall, street } from './hall/routes.tsx'
import { workers } from './jobs.ts'
import { inside as lessons } from './lessons/routes.tsx'
import { hoursOfTheirs, sayHours } from './outside/queries.ts'
import { inside as own } from './own/routes.tsx'
import { inside as proposals } from './proposals/routes.tsx'
import { inside } from './routes.tsx'
import { inside as week } from './week/routes.tsx'
import { words } from './words/words.ts'

/** When partners are in the building, and in which room. */
export const agenda: Room = {
  name: 'agenda',
  api,
  address: '/agenda',
  inside: inside
    .route('/', feeds)
    .route('/', own)
    .route('/', lessons)
    .route('/', week)
    .route('/', exceptions)
    .route('/', proposals)
    .route('/', hall),
  street,
  workers,
  secretAddresses: ['/agenda/feed', '/agenda/hal'],
  errands: [busyTimes, planWeek],
  demo,
  country: { fill },
  signs: {
    'feeds.person_id': 'her own calendar address; it acts as her and ends with her',
    'calendars.person_id': 'her own calendar; it ends with her',
    'calendar_seals.person_id': 'of her own calendar; it ends with her',
    'duties.person_id': 'when she herself can not, every week; it ends with her',
    'week_plans.person_id': 'who asked the machine for a week, once',
    'calendar_hours.person_id': 'of her own calendar; it ends with her',
  },
  outside: {
    hangs: [
      {
        ...{ kind: 'agenda.hours', columns: [], after: 'stays' },
        ...{ name: (language) => words.in(language)['hangs.hours'], things: hoursOfTheirs, say: sayHours },
      },
    ],
  },
}
