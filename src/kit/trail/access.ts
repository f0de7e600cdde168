import { eq } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, keeper, member, myOrganisation, scribe } from '#kit/db/policy.ts'
import { trail, trailHeads } from './tables.ts'

// Only the trigger writes here, as the scribe: whoever may write a row of somebody else's school, such as a partner her
// own hours there, leaves a link in that school's chain without being able to touch it.
export const scribeWrites = pgPolicy('the scribe writes', {
  for: 'all',
  to: scribe,
  using: always,
  withCheck: always,
}).link(trail)
export const scribeHoldsTheEnds = pgPolicy('the scribe holds the ends', {
  for: 'all',
  to: scribe,
  using: always,
  withCheck: always,
}).link(trailHeads)

export const weSeeOurTrail = pgPolicy('we see our trail', {
  for: 'select',
  to: member,
  using: eq(trail.schoolId, myOrganisation),
}).link(trail)
export const keeperTendsTheTrail = pgPolicy('the keeper tends the trail', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(trail)
export const keeperTendsTheEnds = pgPolicy('the keeper tends the ends', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(trailHeads)
