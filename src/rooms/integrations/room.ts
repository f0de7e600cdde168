import type { Room } from '#kit/http/types.ts'
import { listIntegrations, revokeIntegration } from './commands.ts'
import { workers } from './jobs.ts'
import { programsOf } from './passing/queries.ts'
import { inside } from './routes.tsx'
import { workers as deliver } from './webhooks/jobs.ts'
import { listens } from './webhooks/listens.ts'
import { inside as webhooks } from './webhooks/routes.tsx'

/** Programs that come in with a token, and addresses elsewhere that are told what happens here. */
export const integrations: Room = {
  name: 'integrations',
  address: '/koppelingen',
  inside: inside.route('/', webhooks),
  workers: (house) => ({ ...workers(house), ...deliver(house) }),
  listens,
  commands: [listIntegrations, revokeIntegration],
  leaving: { ends: programsOf },
  signs: {
    'integrations.person_id': 'a program comes in as her, and no longer than she may herself (leaving.ends)',
    'integrations.revoked_by': 'ended it, once',
    'webhooks.person_id': 'made it; is removed together with whoever made it',
  },
}
