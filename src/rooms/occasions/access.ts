import { and, eq, type SQL } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { networkKeepers } from '#rooms/relations/door.ts'
import { occasionGuests, occasions } from './tables.ts'

// Whoever works here sees the lists; who tends the network makes them. A partner is surprised.
const ours = (table: typeof occasions | typeof occasionGuests) =>
  and(eq(table.schoolId, myOrganisation), holds(colleagues)) as SQL
const oursToTend = (table: typeof occasions | typeof occasionGuests) => and(ours(table), holds(networkKeepers)) as SQL

export const weSeeOccasions = pgPolicy('we see our occasions', {
  for: 'select',
  to: member,
  using: ours(occasions),
}).link(occasions)
export const keepersTendOccasions = pgPolicy('who tends the network tends occasions', {
  for: 'all',
  to: member,
  using: oursToTend(occasions),
  withCheck: oursToTend(occasions),
}).link(occasions)
export const keeperTendsOccasions = pgPolicy('the keeper tends occasions', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(occasions)

export const weSeeGuests = pgPolicy('we see who is on a list', {
  for: 'select',
  to: member,
  using: ours(occasionGuests),
}).link(occasionGuests)
export const keepersInvite = pgPolicy('who tends the network makes the lists', {
  for: 'all',
  to: member,
  using: oursToTend(occasionGuests),
  withCheck: oursToTend(occasionGuests),
}).link(occasionGuests)
export const keeperTendsGuests = pgPolicy('the keeper tends the lists', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(occasionGuests)
