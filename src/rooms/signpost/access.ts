import { and, eq, or, type SQL } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { mayTendNetwork, networkKeepers } from '#rooms/relations/door.ts'
import { type Route, routes } from './tables.ts'

const ours = and(eq(routes.schoolId, myOrganisation), holds(colleagues)) as SQL
const tends = and(ours, or(holds(networkKeepers), eq(routes.ownerId, me))) as SQL

export const weSeeOurRoutes = pgPolicy('we see our routes', { for: 'select', to: member, using: ours }).link(routes)
export const ownersTendRoutes = pgPolicy('owners tend routes', {
  for: 'all',
  to: member,
  using: tends,
  withCheck: tends,
}).link(routes)
export const keeperTendsRoutes = pgPolicy('the keeper tends routes', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(routes)

export const mayTendRoute = (actor: Actor, route?: Pick<Route, 'ownerId'>) =>
  mayTendNetwork(actor) || (route !== undefined && route.ownerId === actor.personId)
