import { type Context, Hono } from 'hono'
import type { Machine } from '#kit/api/router.ts'
import { routerOf } from '#kit/api/router.ts'
import { recognise } from '#kit/db/actor.ts'
import { actingAsAccount, actingAsGuest, actingAsMachine, type Database } from '#kit/db/database.ts'
import type { Street } from '#kit/http/types.ts'
import { bringToken, digestOf, mayIntegrate, replies } from '#rooms/integrations/door.ts'
import { whoIsThis } from '#rooms/people/door.ts'
import type { House } from './house.tsx'
import { openApi, operations } from './openapi.ts'

/** The side entrance, for programs: /api/v1. Who comes here has a token and no cookie. */
export function machines({ db, config, log }: Pick<House, 'db' | 'config' | 'log'>): Hono<Street> {
  const document = JSON.stringify(openApi(), null, 2)
  const router = routerOf({
    operations,
    recognise: (c, token) => whoBrings(db, c, token),
    act: (machine, work) => actingAsMachine(db, machine.me, { scopes: machine.scopes, via: machine.tokenId }, work),
    replies,
    limits: config.development ? { requests: 1e6, failures: 1e6 } : { requests: 600, failures: 30 },
    log,
  })
  return new Hono<Street>()
    .get('/openapi.json', (c) => c.body(document, 200, { 'Content-Type': 'application/json' }))
    .route('/', router)
}

/**
 * A token acts as whoever made it, with the roles she holds there today: when she leaves, or may no longer make tokens,
 * hers open nothing any more.
 */
async function whoBrings(db: Database, c: Context<Street>, token: string): Promise<Machine | undefined> {
  const [digest, { today }] = [digestOf(token), c.var]
  const found = await actingAsGuest(db, digest, (tx) => bringToken(tx, digest, today))
  if (!found) return undefined
  const { id, accountId, personId, organisationId, scopes } = found
  const who = await actingAsAccount(db, accountId, (tx) => whoIsThis(tx, accountId, today))
  const place = who?.places.find((one) => one.organisationId === organisationId)
  if (who?.personId !== personId || !place || !mayIntegrate(place)) return undefined
  return { tokenId: id, scopes, me: recognise({ accountId, personId, organisationId, roles: place.roles }) }
}
