import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { guest, me, member } from '#kit/db/policy.ts'
import { kept, ours, tended, withUs } from '../access.ts'
import { atMyTable } from '../sides/access.ts'
import { balances } from './tables.ts'

const { schoolId, relationId } = balances
export const bothSidesSeeTheBalance = pgPolicy('both sides see the balance', {
  for: 'select',
  to: member,
  using: or(ours(schoolId), withUs(schoolId, relationId)) as SQL,
}).link(balances)

// As at the table itself: the school who tends the line, the partner who speaks for it. Each its own answer.
const myAnswer = or(
  and(sql`${balances.side} = 'school'`, tended(schoolId, relationId)),
  and(sql`${balances.side} = 'partner'`, withUs(schoolId, relationId)),
) as SQL
export const eachSideWeighs = pgPolicy('each side weighs for itself', {
  for: 'insert',
  to: member,
  withCheck: and(myAnswer, eq(balances.personId, me)) as SQL,
}).link(balances)
export const eachSideWeighsAgain = pgPolicy('each side takes its own answer away', {
  for: 'delete',
  to: member,
  using: myAnswer,
}).link(balances)
export const keeperTendsBalances = kept(balances, 'balances')

const atTable = atMyTable(schoolId, relationId)
const guestsAnswer = and(sql`${balances.side} = 'partner'`, atTable) as SQL
export const guestsSeeTheBalance = pgPolicy('a link shows the balance of its table', {
  for: 'select',
  to: guest,
  using: atTable,
}).link(balances)
export const guestsWeigh = pgPolicy('a link weighs for the partner', {
  for: 'insert',
  to: guest,
  withCheck: and(guestsAnswer, isNull(balances.personId)) as SQL,
}).link(balances)
export const guestsWeighAgain = pgPolicy('a link takes the partner’s answer away', {
  for: 'delete',
  to: guest,
  using: guestsAnswer,
}).link(balances)
