import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { introduceFace, passPlace, setFaceLeft } from './outside/actions.ts'
import { firstToRing } from './outside/queries.ts'
import { handLine, handStandIn } from './passing/actions.ts'
import { linesHeld, linesStoodInFor } from './passing/queries.ts'
import { inside } from './routes.tsx'
import { endingLines } from './waiting/queries.ts'
import { words } from './words/words.ts'

/** How a school works together with a partner: who holds the line, why, and whom she rings there. */
export const relations: Room = {
  ...{ name: 'relations', api, inside, workers, demo, country: { fill } },
  hangs: [
    {
      ...{ kind: 'relations.owner', columns: ['relations.owner_id'] },
      ...{ name: (language) => words.in(language)['hangs.owner'], list: linesHeld, handTo: handLine },
    },
    {
      ...{ kind: 'relations.deputy', columns: ['relations.deputy_id'] },
      ...{ name: (language) => words.in(language)['hangs.deputy'], list: linesStoodInFor, handTo: handStandIn },
    },
  ],
  outside: {
    hangs: [
      {
        ...{ kind: 'relations.first', columns: [], after: 'passes' },
        ...{ name: (language) => words.in(language)['hangs.first'], things: firstToRing, pass: passPlace },
      },
    ],
    ...{ lastDay: setFaceLeft, introduce: introduceFace },
  },
  signals: [endingLines],
  signs: { 'relations.assured_by': 'said once that the card was right' },
}
