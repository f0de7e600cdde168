import type { Room } from '#kit/http/types.ts'
import { mailWorker } from '#kit/mail/send.ts'
import { inside, porch, street } from './routes.tsx'

/** Who comes in: sign-in, invitations, and the very first person of a school. */
export const welcome: Room = {
  name: 'welcome',
  street,
  porch,
  inside,
  workers: ({ config, asKeeper }) => ({ mail: mailWorker(config, asKeeper) }),
}
