import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * Work to be done after a commit, written in the commit itself: a letter to send, an import to run. What was
 * enqueued by an action that failed was never here; what is here survives a kill.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text().notNull(),
    /** Emptied as soon as the work is done: letters carry addresses. */
    payload: jsonb().$type<Record<string, unknown>>(),
    enqueuedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    notBefore: timestamp({ withTimezone: true }).notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    doneAt: timestamp({ withTimezone: true }),
    gaveUpAt: timestamp({ withTimezone: true }),
    lastError: text(),
    /** Made with a key that the database does not know; work without it is not done. */
    seal: text(),
  },
  (t) => [index('outbox_waiting').on(t.notBefore).where(sql`done_at is null and gave_up_at is null`)],
)
export type Job = typeof outbox.$inferSelect
