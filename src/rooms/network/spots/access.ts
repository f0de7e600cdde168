import { and, eq, type SQL } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { networkKeepers } from '#rooms/relations/door.ts'
import { omissions } from './tables.ts'

const ours = and(eq(omissions.schoolId, myOrganisation), holds(colleagues)) as SQL
const tends = and(ours, holds(networkKeepers)) as SQL
// It says who decided: nobody signs with another's name.
const decides = and(tends, eq(omissions.decidedBy, me)) as SQL

export const weSeeWhatWeLeaveOut = pgPolicy('we see what we leave out', {
  for: 'select',
  to: member,
  using: ours,
}).link(omissions)
export const keepersLeaveOut = pgPolicy('who tends the network leaves out', {
  for: 'all',
  to: member,
  using: tends,
  withCheck: decides,
}).link(omissions)
export const keeperTendsOmissions = pgPolicy('the keeper tends omissions', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(omissions)
