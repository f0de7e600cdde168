import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { inside, porch, street } from './routes.tsx'

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
}
