import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { networkKeepers, relations } from '#rooms/relations/door.ts'
import { lineFunds } from './tables.ts'

const ours = and(eq(lineFunds.schoolId, myOrganisation), holds(colleagues)) as SQL
const iHoldIt = exists(sql`(select 1 from ${relations} where ${relations.schoolId} = ${lineFunds.schoolId}
  and ${relations.id} = ${lineFunds.relationId} and (${relations.ownerId} = ${me} or ${relations.deputyId} = ${me}))`)
const tends = and(ours, or(holds(networkKeepers), iHoldIt)) as SQL

// On what a line runs is the school’s own: the partner sees nothing of it.
export const weSeeFunds = pgPolicy('we see on what a line runs', { for: 'select', to: member, using: ours }).link(
  lineFunds,
)
export const holdersNoteFunds = pgPolicy('who tends the line notes its money', {
  for: 'insert',
  to: member,
  withCheck: and(tends, eq(lineFunds.notedBy, me)) as SQL,
}).link(lineFunds)
export const holdersRemoveFunds = pgPolicy('who tends the line removes its money', {
  for: 'delete',
  to: member,
  using: tends,
}).link(lineFunds)
export const keeperTendsFunds = pgPolicy('the keeper tends money of lines', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(lineFunds)
