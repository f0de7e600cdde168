import type { Room } from '#kit/http/types.ts'
import { sayDay } from '#kit/time/day.ts'
import { api } from './api.ts'
import { receiveReply } from './commands.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { street } from './links/routes.tsx'
import { receive } from './listens.ts'
import { passQuestion } from './outside/actions.ts'
import { questionsToHer } from './outside/queries.ts'
import { closeQuestions, handQuestion } from './passing/actions.ts'
import { questionsAsked } from './passing/queries.ts'
import { inside } from './routes.tsx'
import { overdueQuestions } from './waiting/queries.ts'
import { words } from './words/words.ts'

/** A question to a partner or a colleague, and what became of it. Never about one child. */
export const requests: Room = {
  ...{ name: 'requests', address: '/vragen', secretAddresses: ['/vraag'] },
  ...{ street, inside, workers, receive, demo, api, country: { fill } },
  commands: [receiveReply],
  hangs: [
    {
      ...{ kind: 'requests.question', columns: ['requests.asked_by'] },
      ...{ name: (language) => words.in(language)['hangs.question'], list: questionsAsked, handTo: handQuestion },
    },
  ],
  leaving: { close: closeQuestions },
  outside: {
    hangs: [
      {
        ...{ kind: 'requests.outside', columns: ['request_links.face_id'], after: 'passes' },
        ...{ name: (language) => words.in(language)['hangs.outside'], things: questionsToHer, pass: passQuestion },
        say: sayDay,
      },
    ],
  },
  signals: [overdueQuestions],
  signs: {
    'requests.person_id': 'what a colleague asked her comes back to that colleague on the day (leaving.close)',
    'request_links.person_id': 'the link is her own, and ends with her last day',
    'request_moments.person_id': 'what she did with a question, once',
  },
}
