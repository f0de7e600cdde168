import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { receive } from './listens.ts'
import { promisesOfTheirs, tableOfHers } from './outside/queries.ts'
import { handPromise } from './passing/actions.ts'
import { promisesOf } from './passing/queries.ts'
import { inside } from './routes.tsx'
import { passTable } from './sides/actions.ts'
import { street } from './sides/routes.tsx'
import { aimsToLookAt, promisesDue, silences, stepsWaiting } from './waiting/queries.ts'
import { words } from './words/words.ts'

/** What was agreed with a partner and whether it was kept, when one last spoke, and whose turn it is. */
export const agreements: Room = {
  ...{ name: 'agreements', api, address: '/afspraken', secretAddresses: ['/aan-tafel'] },
  ...{ street, inside, workers, receive, demo },
  hangs: [
    {
      ...{ kind: 'agreements.promise', columns: ['agreements.person_id'] },
      ...{ name: (language) => words.in(language)['hangs.promise'], list: promisesOf, handTo: handPromise },
    },
  ],
  outside: {
    hangs: [
      {
        ...{ kind: 'agreements.table', columns: ['table_links.face_id'], after: 'passes' },
        ...{ name: (language) => words.in(language)['hangs.table'], things: tableOfHers, pass: passTable },
      },
      {
        ...{ kind: 'agreements.theirs', columns: [], after: 'stays' },
        ...{ name: (language) => words.in(language)['hangs.theirs'], things: promisesOfTheirs },
      },
    ],
  },
  signals: [silences, promisesDue, aimsToLookAt, stepsWaiting],
  signs: {
    'contact_moments.face_id': 'wrote to us, once',
    'line_steps.asked_by': 'decided it, once; it waits on who holds the line',
    'line_steps.closed_by': 'did it or said why not, once',
    'keepings.person_id': 'said once whether it was kept',
    'contact_moments.person_id': 'spoke with the partner, once',
    'balances.person_id': 'said for her side how give and take weigh, once',
    'table_sides.person_id': 'filled in the card of one side, once',
  },
}
