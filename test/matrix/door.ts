import { Hono } from 'hono'
import { type Machine, routerOf } from '#kit/api/router.ts'
import { recognise } from '#kit/db/actor.ts'
import type { Street } from '#kit/http/types.ts'
import { dayOf } from '#kit/time/day.ts'
import { replies } from '#rooms/integrations/door.ts'
import { operations } from '../../src/main/openapi.ts'
import { type Answered, type Asked, ask } from './tokens.ts'

const nobody = recognise({ accountId: 'x', personId: 'x', organisationId: 'x', roles: [] })

/**
 * The side entrance without the house behind it: the same router and the same operations, for a token with these scopes.
 * What it refuses by itself it refuses here too, without a question to the database; what it would let in is undefined.
 */
export function doorFor(scopes: readonly string[]) {
  const faults: string[] = []
  let isIn = false
  const machine: Machine = { tokenId: 'x', me: nobody, scopes }
  const router = routerOf({
    ...{ operations, replies, recognise: async () => machine, limits: { requests: 1e9, failures: 1e9 } },
    act: () => {
      isIn = true
      return Promise.reject(new Error('let in'))
    },
    log: (line) => void (isIn || faults.push(line)),
  })
  const now = new Date()
  const app = new Hono<Street>()
    .use(async (c, next) => {
      c.set('now', now)
      c.set('today', dayOf(now))
      c.set('nudge', () => {})
      await next()
    })
    .route('/api/v1', router)
  const knock = async (asked: Asked): Promise<Answered | undefined> => {
    isIn = false
    const answer = await ask({ app, url: 'http://localhost' }, `kl_${'d'.repeat(43)}`, asked)
    return isIn ? undefined : answer
  }
  return { knock, faults }
}
