import type { Room } from '#kit/http/types.ts'
import { mailWorker } from '#kit/mail/send.ts'
import { newSetupCode } from './commands.ts'
import * as elsewhere from './elsewhere/routes.tsx'
import * as invitations from './invitations/routes.tsx'
import { workers } from './jobs.ts'
import { inside as keys } from './keys/routes.tsx'
import { endInvitation } from './outside/actions.ts'
import { invitationsToHer } from './outside/queries.ts'
import { inside as proof } from './proof/routes.tsx'
import { inside, porch, street } from './routes.tsx'
import { inside as self } from './self/routes.tsx'
import * as signin from './signin/routes.tsx'
import { words } from './words/words.ts'

/** Who comes in: sign-in, invitations, the very first person of a school, and what anyone arranges for herself. */
export const welcome: Room = {
  name: 'welcome',
  street: street.route('/', invitations.street).route('/', signin.street).route('/', elsewhere.street),
  porch: porch.route('/', invitations.porch),
  inside: inside
    .route('/', invitations.inside)
    .route('/', self)
    .route('/', keys)
    .route('/', elsewhere.inside)
    .route('/', proof),
  workers: (house) => ({ mail: mailWorker(house.config, house.asKeeper), ...workers(house) }),
  commands: [newSetupCode],
  outside: {
    hangs: [
      {
        ...{ kind: 'welcome.invitation', columns: ['invitations.face_id'], after: 'ends' },
        ...{
          name: (language) => words.in(language)['hangs.invitation'],
          things: invitationsToHer,
          pass: endInvitation,
        },
      },
    ],
  },
  signs: { 'invitations.person_id': 'a letter to her own self' },
}
