import { and, eq, isNull, type SQL } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { me, member } from '#kit/db/policy.ts'
import { kept, ours, tended } from '../access.ts'
import { lineSteps } from './tables.ts'

// The school's own: the partner hears what was decided by letter or in person, not from a list.
const tends = tended(lineSteps.schoolId, lineSteps.relationId)
export const weSeeSteps = pgPolicy('we see what is still to be done', {
  for: 'select',
  to: member,
  using: ours(lineSteps.schoolId),
}).link(lineSteps)
export const decidersAskSteps = pgPolicy('who decides about a line asks to do it', {
  for: 'insert',
  to: member,
  withCheck: and(tends, eq(lineSteps.askedBy, me), isNull(lineSteps.closedOn)) as SQL,
}).link(lineSteps)
export const holdersCloseSteps = pgPolicy('who tends the line does it, or says why not', {
  for: 'update',
  to: member,
  using: and(tends, isNull(lineSteps.closedOn)) as SQL,
  withCheck: and(tends, eq(lineSteps.closedBy, me)) as SQL,
}).link(lineSteps)
export const decidersTakeBackSteps = pgPolicy('decided otherwise, it is asked no more', {
  for: 'delete',
  to: member,
  using: and(tends, isNull(lineSteps.closedOn)) as SQL,
}).link(lineSteps)
export const keeperTendsSteps = kept(lineSteps, 'steps')
