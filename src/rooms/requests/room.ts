import type { Room } from '#kit/http/types.ts'
import { api } from './api.ts'
import { receiveReply } from './commands.ts'
import { fill } from './country/actions.ts'
import { demo } from './demo.ts'
import { workers } from './jobs.ts'
import { street } from './links/routes.tsx'
import { receive } from './listens.ts'
import { inside } from './routes.tsx'

/** A question to a partner or a colleague, and what became of it. Never about one child. */
export const requests: Room = {
  ...{ name: 'requests', address: '/vragen', secretAddresses: ['/vraag'] },
  ...{ street, inside, workers, receive, demo, api, country: { fill } },
  commands: [receiveReply],
}
