import { date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'

export const kindsOfSpot = ['type', 'topic'] as const

/** “Bewust niet”: a kind of partner or a topic that this school chose to have nobody for, and why. */
export const omissions = pgTable(
  'omissions',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: text({ enum: kindsOfSpot }).notNull(),
    /** Id of trade/content/partner-types.json or topics.json. */
    what: text().notNull(),
    reason: text().notNull(),
    decidedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** When it was decided, or said again: a year later the page asks whether it still holds. */
    decidedOn: date().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.kind, t.what] })],
)
export type Omission = typeof omissions.$inferSelect
