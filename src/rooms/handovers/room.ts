import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { inside as cards } from './cards/routes.tsx'
import { demo } from './demo.ts'
import { inside as funds } from './funds/routes.tsx'
import { inside as horizon } from './horizon/routes.tsx'
import { workers } from './jobs.ts'
import { inside as partings, street } from './partings/routes.tsx'
import { inside } from './routes.tsx'
import { inside as singles } from './singles/routes.tsx'
import { contactsStopping, moneyEnding } from './waiting/queries.ts'

/** Somebody leaves or is away: what hangs on her goes to colleagues who say yes. */
export const handovers: Room = {
  ...{
    name: 'handovers',
    api,
    address: '/overdracht',
    secretAddresses: ['/opvolging'],
    street,
    inside: inside.route('/', cards).route('/', horizon).route('/', singles).route('/', partings).route('/', funds),
    workers,
    demo,
  },
  signals: [contactsStopping, moneyEnding],
  signs: {
    'handovers.person_id': 'the sitting is about her',
    'handovers.held_by': 'whoever arranges sees every sitting; what is left falls by itself',
    'handover_items.from_id': 'the sitting is about her',
    'handover_items.next_id': 'a proposal only',
    'handover_items.asked_by': 'asked it, once',
    'handover_items.successor_id': 'when she goes first, nobody answers, and it falls on the day',
    'handover_items.holder_id': 'what she holds hangs on her in the room where it lives',
    'handover_answers.person_id': 'answered, once',
    'handover_notes.written_by': 'wrote it, once; the line is whose it is now',
    'line_funds.noted_by': 'wrote it down, once; the line is whose it is now',
    'partings.face_id': 'the parting is about her',
    'partings.started_by': 'said once that somebody at a partner stops',
    'parting_answers.person_id': 'named who follows her, once',
    'handover_answers.said_by': 'wrote it down, once',
  },
}
