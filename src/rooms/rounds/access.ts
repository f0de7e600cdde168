import { and, eq, type SQL } from 'drizzle-orm'
import { type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { networkKeepers } from '#rooms/relations/door.ts'
import { roundDecisions, rounds } from './tables.ts'

// The partner never sees what was said of it: it is told by letter, by people.
const ours = (table: typeof rounds | typeof roundDecisions) =>
  and(eq(table.schoolId, myOrganisation), holds(colleagues)) as SQL
const oursToDecide = (table: typeof rounds | typeof roundDecisions) => and(ours(table), holds(networkKeepers)) as SQL
const kept = (table: PgTable, what: string) =>
  pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table)

export const weSeeOurRounds = pgPolicy('we see our rounds', { for: 'select', to: member, using: ours(rounds) }).link(
  rounds,
)
export const keepersHoldRounds = pgPolicy('who tends the network holds a round', {
  for: 'insert',
  to: member,
  withCheck: oursToDecide(rounds),
}).link(rounds)
export const keepersCloseRounds = pgPolicy('who tends the network closes a round', {
  for: 'update',
  to: member,
  using: oursToDecide(rounds),
  withCheck: oursToDecide(rounds),
}).link(rounds)
export const keeperTendsRounds = kept(rounds, 'rounds')

const byMe = and(oursToDecide(roundDecisions), eq(roundDecisions.personId, me)) as SQL
export const weSeeWhatWasDecided = pgPolicy('we see what was decided', {
  for: 'select',
  to: member,
  using: ours(roundDecisions),
}).link(roundDecisions)
export const keepersDecide = pgPolicy('who tends the network writes decisions down', {
  for: 'insert',
  to: member,
  withCheck: byMe,
}).link(roundDecisions)
export const keepersThinkAgain = pgPolicy('who tends the network thinks again', {
  for: 'delete',
  to: member,
  using: oursToDecide(roundDecisions),
}).link(roundDecisions)
export const keeperTendsDecisions = kept(roundDecisions, 'decisions')
