import type { Room } from '#kit/http/types.ts'
import { demo } from './demo.ts'
import { inside, street } from './routes.tsx'

/** With whom the school works and why, for everybody: only what it chose to show, and never a person. */
export const showcase: Room = {
  ...{ name: 'showcase', address: '/met-wie', street, inside, demo },
  signs: {
    'showcase_lines.added_by': 'put a partner on the public page, once',
    'showcase_objections.person_id': 'said for her organisation that it does not want to stand there',
  },
}
