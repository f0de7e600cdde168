import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, keeper, member } from '#kit/db/policy.ts'
import { outbox } from './tables.ts'

export const everyoneEnqueues = pgPolicy('everyone enqueues', { for: 'insert', to: member, withCheck: always }).link(
  outbox,
)
export const keeperWorks = pgPolicy('the keeper works', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(outbox)
