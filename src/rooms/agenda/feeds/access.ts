import { and, eq, type SQL } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, guest, holds, keeper, me, member, myAccount, myKey, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { feeds } from './tables.ts'

// An address shows what its owner may see, so nobody makes, sees or renews one of somebody else.
const mine = and(
  eq(feeds.schoolId, myOrganisation),
  holds(colleagues),
  eq(feeds.personId, me),
  eq(feeds.accountId, myAccount),
) as SQL

export const ownFeedsOnly = pgPolicy('everybody tends her own feeds', {
  for: 'all',
  to: member,
  using: mine,
  withCheck: mine,
}).link(feeds)
export const whoBringsAnAddressFindsIt = pgPolicy('who brings an address finds its feed', {
  for: 'select',
  to: guest,
  using: eq(feeds.tokenDigest, myKey),
}).link(feeds)
export const keeperTendsFeeds = pgPolicy('the keeper tends feeds', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(feeds)
