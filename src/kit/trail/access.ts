import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, keeper, scribe } from '#kit/db/policy.ts'
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

// No member reads it: in it stands what one colleague asks another, who leaves, what was taken back. What somebody may ask
// of it, house_newest_link and house_mentions answer (db/ground/trail.sql): places and ids, of one's own school.
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
