import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { handRoute } from './passing/actions.ts'
import { routesOf } from './passing/queries.ts'
import { inside, porch, street } from './routes.tsx'
import { words } from './words/words.ts'

/** From a question in her own words to a person she can ring. Nothing of a question is kept. */
export const signpost: Room = {
  name: 'signpost',
  api,
  address: '/bij-wie',
  street,
  porch,
  inside,
  demo,
  country: { fill },
  hangs: [
    {
      ...{ kind: 'signpost.route', columns: ['routes.owner_id'] },
      ...{ name: (language) => words.in(language)['hangs.route'], list: routesOf, handTo: handRoute },
    },
  ],
}
