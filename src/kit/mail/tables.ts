import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The letters of the demo, which posts nothing: they lie here so that its mailbox can show them. Empty anywhere else. */
export const letters = pgTable(
  'letters',
  {
    id: uuid().primaryKey().defaultRandom(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    recipient: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text(),
    /** What a calendar takes from it (RFC 5546). */
    calendar: text(),
  },
  (t) => [index('letters_at').on(t.at)],
)
