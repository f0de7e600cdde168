import type { Room } from '#kit/http/types.ts'
import { street } from './answering/routes.tsx'
import { api } from './api.ts'
import { findMoments } from './commands.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { endLink } from './outside/actions.ts'
import { meetingsOfHers } from './outside/queries.ts'
import { handMeeting } from './passing/actions.ts'
import { meetingsMadeBy } from './passing/queries.ts'
import { inside } from './routes.tsx'
import { words } from './words/words.ts'

/** When can we all? Asked, chosen, and in everybody's calendar. */
export const meetings: Room = {
  ...{ name: 'meetings', api, address: '/bijeenkomsten', secretAddresses: ['/bijeenkomst'] },
  ...{ street, inside, workers, demo },
  country: { fill },
  errands: [findMoments],
  hangs: [
    {
      ...{ kind: 'meetings.meeting', columns: ['meetings.made_by'] },
      ...{ name: (language) => words.in(language)['hangs.meeting'], list: meetingsMadeBy, handTo: handMeeting },
    },
  ],
  outside: {
    hangs: [
      {
        ...{ kind: 'meetings.invited', columns: ['meeting_invitees.face_id'], after: 'ends' },
        ...{ name: (language) => words.in(language)['hangs.invited'], things: meetingsOfHers, pass: endLink },
      },
    ],
  },
  signs: {
    'meeting_invitees.person_id': 'was invited herself; whoever takes her place is invited by the maker',
    'meeting_links.person_id': 'the link of who was invited herself; it ends when she leaves',
    'meeting_links.face_id': 'the link of who is invited (meeting_invitees.face_id); it ends when she stops',
  },
}
