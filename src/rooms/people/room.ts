import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { fill } from './country/actions.ts'
import { hasOthers } from './country/queries.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { inside as lists } from './lists/routes.tsx'
import { inside } from './routes.tsx'
import { inside as self } from './self/routes.tsx'
import { inside as team } from './team/routes.tsx'

/** Who works where, in which roles, on which days; groups, rooms and bell times of a school. */
export const people: Room = {
  name: 'people',
  api,
  inside: inside.route('/', lists).route('/', self).route('/', team),
  workers,
  demo,
  country: { hasOthers, fill },
}
