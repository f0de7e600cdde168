import { eq } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, keeper, member, myOrganisation } from '#kit/db/policy.ts'
import { trail, trailHeads } from './tables.ts'

const ours = eq(trail.schoolId, myOrganisation)

export const writesAreRecorded = pgPolicy('writes are recorded', { for: 'insert', to: member, withCheck: ours }).link(
  trail,
)
export const weSeeOurTrail = pgPolicy('we see our trail', { for: 'select', to: member, using: ours }).link(trail)
export const keeperTendsTheTrail = pgPolicy('the keeper tends the trail', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(trail)

const ourHead = eq(trailHeads.schoolId, myOrganisation)

export const ourChainGrows = pgPolicy('our chain grows', {
  for: 'all',
  to: member,
  using: ourHead,
  withCheck: ourHead,
}).link(trailHeads)
export const keeperGrowsChains = pgPolicy('the keeper grows chains', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(trailHeads)
