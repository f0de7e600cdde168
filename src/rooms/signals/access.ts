import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { signalRests } from './tables.ts'

/** Who leads the school looks at all its lines; everybody else at her own. */
export const heads = ['directeur', 'teamleider'] as const
export const seesAll = (actor: Actor) =>
  isColleague(actor) && actor.roles.some((role) => (heads as readonly string[]).includes(role))

/** The two of a tandem look at all lines together, also she who sees her own alone. They read; who may act stays as it is. */
const together = ['directeur', 'ib'] as const
export const seesTogether = (actor: Actor) =>
  isColleague(actor) && actor.roles.some((role) => (together as readonly string[]).includes(role))

const ours = and(eq(signalRests.schoolId, myOrganisation), holds(colleagues)) as SQL
const onMyLine = exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${signalRests.schoolId}
  and ${relations.id} = ${signalRests.relationId} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`)
const mineToSay = and(ours, or(holds(heads), onMyLine)) as SQL
const saidByMe = and(mineToSay, eq(signalRests.saidBy, me)) as SQL

export const weSeeWhatRests = pgPolicy('who leads sees what rests, others that of their lines', {
  for: 'select',
  to: member,
  using: or(mineToSay, and(ours, holds(together))) as SQL,
}).link(signalRests)
export const weLetSignalsRest = pgPolicy('who leads lets signals rest, others those of their lines', {
  for: 'insert',
  to: member,
  withCheck: saidByMe,
}).link(signalRests)
export const weLetSignalsRestLonger = pgPolicy('who may let a signal rest says for how long', {
  for: 'update',
  to: member,
  using: mineToSay,
  withCheck: saidByMe,
}).link(signalRests)
export const weWakeSignals = pgPolicy('who may let a signal rest wakes it', {
  for: 'delete',
  to: member,
  using: mineToSay,
}).link(signalRests)
export const keeperTendsRests = pgPolicy('the keeper tends what rests', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(signalRests)
