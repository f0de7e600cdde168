import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { demo } from './demo.ts'
import { street } from './desk/routes.tsx'
import { workers } from './jobs.ts'
import { inside } from './routes.tsx'
import { choicesWaiting, offersLying, partnersUnheard } from './waiting/queries.ts'

/** With whom, why, instead of what: the school's vision, the choice of a partner, and what nobody asked for. */
export const plans: Room = {
  ...{ name: 'plans', api, address: '/keuzes', street, inside, workers, demo },
  signals: [choicesWaiting, partnersUnheard, offersLying],
  signs: {
    'choices.owner_id': 'who wants to own it while it is a plan; begun, it is a line, and that is handed over',
    'choices.asked_by': 'proposed it, once',
    'decisions.decided_by': 'decided it for the school, once',
    'declared_hours.person_id': 'hours agreed with her alone',
    'proposals.passed_to': 'was shown an offer; it lies on the school’s own desk',
    'proposals.answered_by': 'answered it, once',
    'resolutions.owner_id': 'works out what is going to be decided; until that day, and whoever recorded it sees to it',
    'resolutions.recorded_by': 'wrote down what is going to be decided, once',
    'resolution_letters.face_id': 'was written to about a decision, once; her name stands on the card only',
    'resolution_letters.sent_by': 'wrote to a partner about a decision, once',
    'involvements.set_by': 'wrote down how a partner takes part, once',
    'restraints.decided_by': 'decided it for the school, once',
  },
}
