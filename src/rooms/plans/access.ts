import { and, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues, isColleague, memberships } from '#rooms/people/door.ts'
import { mayTendNetwork, networkKeepers } from '#rooms/relations/door.ts'
import { type Choice, choices, decisions } from './tables.ts'
import { deciders } from './vision/access.ts'

const keeps = { for: 'all', to: keeper, using: always, withCheck: always } as const
const ours = and(eq(choices.schoolId, myOrganisation), holds(colleagues)) as SQL
const oursToTend = and(ours, or(holds(networkKeepers), eq(choices.askedBy, me))) as SQL
// Owned by our own people, as a line is.
const byOurs = or(
  isNull(choices.ownerId),
  exists(sql`(select 1 from ${memberships} where ${memberships.organisationId} = ${choices.schoolId}
    and ${memberships.personId} = ${choices.ownerId})`),
) as SQL

export const weSeeOurChoices = pgPolicy('we see our choices', { for: 'select', to: member, using: ours }).link(choices)
export const colleaguesPropose = pgPolicy('colleagues propose', {
  for: 'insert',
  to: member,
  withCheck: and(ours, byOurs, eq(choices.askedBy, me)) as SQL,
}).link(choices)
export const proposersTendChoices = pgPolicy('proposers and keepers tend choices', {
  for: 'update',
  to: member,
  using: oursToTend,
  withCheck: and(oursToTend, byOurs) as SQL,
}).link(choices)
export const proposersWithdraw = pgPolicy('proposers and keepers withdraw', {
  for: 'delete',
  to: member,
  using: oursToTend,
}).link(choices)
export const keeperTendsChoices = pgPolicy('the keeper tends choices', keeps).link(choices)

const decided = and(eq(decisions.schoolId, myOrganisation), holds(colleagues)) as SQL
export const weSeeOurDecisions = pgPolicy('we see our decisions', { for: 'select', to: member, using: decided }).link(
  decisions,
)
export const whoLeadsDecides = pgPolicy('who leads decides', {
  for: 'insert',
  to: member,
  withCheck: and(decided, holds(deciders), eq(decisions.decidedBy, me)) as SQL,
}).link(decisions)
export const keeperTendsDecisions = pgPolicy('the keeper tends decisions', keeps).link(decisions)

export const mayTendChoice = (actor: Actor, choice: Pick<Choice, 'askedBy'>) =>
  isColleague(actor) && (mayTendNetwork(actor) || choice.askedBy === actor.personId)
