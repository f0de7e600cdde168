import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, keeper } from '#kit/db/policy.ts'
import { letters } from './tables.ts'

export const keeperKeepsTheMailbox = pgPolicy('the keeper keeps the mailbox', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(letters)
