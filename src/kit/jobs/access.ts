import { sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { always, keeper, member, scribe } from '#kit/db/policy.ts'
import { outbox } from './tables.ts'

// A fact is nobody's to state but the database's own.
export const everyoneEnqueues = pgPolicy('everyone enqueues', {
  for: 'insert',
  to: member,
  withCheck: sql`${outbox.kind} not like 'fact:%'`,
}).link(outbox)
export const keeperWorks = pgPolicy('the keeper works', {
  for: 'all',
  to: keeper,
  using: always,
  withCheck: always,
}).link(outbox)
// A fact is stated by a trigger (db/ground/facts.sql), whoever wrote the row: rooms above take it up.
export const theScribeStatesFacts = pgPolicy('the scribe states facts', {
  for: 'insert',
  to: scribe,
  withCheck: sql`${outbox.kind} like 'fact:%'`,
}).link(outbox)
