import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { handCircle, handUnit } from './passing/actions.ts'
import { circlesLed, unitsLed } from './passing/queries.ts'
import { inside } from './routes.tsx'
import { words } from './words/words.ts'

/** Expertise groups: who leads, who sits in them, with which partners they work, and what they said. */
export const circles: Room = {
  ...{ name: 'circles', api, address: '/kennisgroepen', inside, demo },
  hangs: [
    {
      ...{ kind: 'circles.lead', columns: ['circles.lead_id'] },
      ...{ name: (language) => words.in(language)['hangs.lead'], list: circlesLed, handTo: handCircle },
    },
    {
      ...{ kind: 'circles.unit', columns: ['circle_members.person_id'] },
      ...{ name: (language) => words.in(language)['hangs.member'], list: unitsLed, handTo: handUnit },
    },
  ],
  signs: { 'circle_notes.written_by': 'wrote down once what was said' },
}
