import { and, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myAccount, myOrganisation } from '#kit/db/policy.ts'
import { type Takeover, takeoverRows, takeovers } from './tables.ts'

/** Who, besides whoever took a list over, sees it, stops it and takes it back. */
export const overseers = ['directeur', 'teamleider', 'administratie'] as const

const ours = eq(takeovers.schoolId, myOrganisation)
const mine = and(ours, eq(takeovers.personId, me)) as SQL
const seen = and(ours, or(eq(takeovers.personId, me), holds(overseers))) as SQL
// Taking back is done as who asks for it: nobody has it done in another's name.
const takenBackByMe = and(eq(takeovers.undoBy, me), eq(takeovers.undoAccount, myAccount)) as SQL
const inMyName = or(and(isNull(takeovers.undoBy), isNull(takeovers.undoAccount)), takenBackByMe) as SQL

export const oneSeesOnesTakeovers = pgPolicy('one sees one’s takeovers, overseers those of the school', {
  for: 'select',
  to: member,
  using: seen,
}).link(takeovers)
// Whether she may bring these rows in is asked row by row, when they go in as her.
export const oneTakesOver = pgPolicy('one takes over in one’s own name', {
  for: 'insert',
  to: member,
  withCheck: and(
    mine,
    eq(takeovers.accountId, myAccount),
    isNull(takeovers.undoBy),
    isNull(takeovers.undoAccount),
  ) as SQL,
}).link(takeovers)
export const oneGoesOn = pgPolicy('one goes on, stops or takes back', {
  for: 'update',
  to: member,
  using: seen,
  withCheck: and(seen, inMyName) as SQL,
}).link(takeovers)
export const keeperTendsTakeovers = pgPolicy('the keeper tends takeovers', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(takeovers)

const ofMine = and(
  eq(takeoverRows.schoolId, myOrganisation),
  exists(sql`(select 1 from ${takeovers} where ${takeovers.schoolId} = ${takeoverRows.schoolId}
    and ${takeovers.id} = ${takeoverRows.takeoverId} and ${takeovers.personId} = ${me})`),
) as SQL
const ofSeen = and(
  eq(takeoverRows.schoolId, myOrganisation),
  exists(sql`(select 1 from ${takeovers} where ${takeovers.schoolId} = ${takeoverRows.schoolId}
    and ${takeovers.id} = ${takeoverRows.takeoverId})`),
) as SQL
export const oneSeesTheRows = pgPolicy('one sees the rows', { for: 'select', to: member, using: ofSeen }).link(
  takeoverRows,
)
export const oneBringsRows = pgPolicy('one brings rows', { for: 'insert', to: member, withCheck: ofMine }).link(
  takeoverRows,
)
export const oneGoesOnWithRows = pgPolicy('one goes on with the rows', {
  for: 'update',
  to: member,
  using: ofSeen,
  withCheck: ofSeen,
}).link(takeoverRows)
export const keeperTendsRows = pgPolicy('the keeper tends the rows', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(takeoverRows)

export const mayOversee = (actor: Actor, takeover: Pick<Takeover, 'schoolId' | 'personId'>) =>
  takeover.schoolId === actor.organisationId &&
  (takeover.personId === actor.personId || actor.roles.some((role) => overseers.some((one) => one === role)))
