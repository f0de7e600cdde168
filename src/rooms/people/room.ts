import type { Room } from '#kit/http/types.ts'
import { rememberLanguage } from './actions.ts'
import { api } from './api.ts'
import { fill } from './country/actions.ts'
import { hasOthers } from './country/queries.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { inside as lists } from './lists/routes.tsx'
import { handGroup, handStandIn, handTask, setLastDay } from './passing/actions.ts'
import { colleaguesStoodInFor, groupsTaught, tasksOf } from './passing/queries.ts'
import { inside } from './routes.tsx'
import { inside as secondStep } from './secondstep/routes.tsx'
import { inside as self } from './self/routes.tsx'
import { inside as team } from './team/routes.tsx'
import { words } from './words/words.ts'

/** Who works where, in which roles, on which days; groups, rooms and bell times of a school. */
export const people: Room = {
  name: 'people',
  api,
  inside: inside.route('/', lists).route('/', self).route('/', team).route('/', secondStep),
  workers,
  demo,
  country: { hasOthers, fill },
  hangs: [
    {
      ...{ kind: 'people.standIn', columns: ['memberships.deputy_id'], arranged: true },
      ...{ name: (language) => words.in(language)['hangs.standIn'], list: colleaguesStoodInFor, handTo: handStandIn },
    },
    {
      // A task opens what goes with it, and a class is not a head's to teach: these wait, and do not fall to anyone.
      ...{ kind: 'people.task', columns: ['memberships.person_id'], arranged: true, falls: false },
      ...{ name: (language) => words.in(language)['hangs.task'], list: tasksOf, handTo: handTask },
    },
    {
      ...{ kind: 'people.group', columns: ['group_teachers.person_id'], arranged: true, falls: false },
      ...{ name: (language) => words.in(language)['hangs.group'], list: groupsTaught, handTo: handGroup },
    },
  ],
  leaving: { lastDay: setLastDay },
  remembersLanguage: rememberLanguage,
}
