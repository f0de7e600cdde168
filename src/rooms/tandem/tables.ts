import { date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'

/** When the two speak next. Two weeks on is proposed; they choose. */
export const tandems = pgTable('tandems', {
  schoolId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  nextOn: date().notNull(),
})

/** Something the two speak about: from a fact of the network, or their own. Never about a child. */
export const tandemPoints = pgTable(
  'tandem_points',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    what: text().notNull(),
    /** Which signal it came from; null for a point of their own. */
    signal: text(),
    /** Not before this day: where it was carried to. */
    carriedTo: date(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    settledOn: date(),
    /** What was agreed about it, in one line. */
    outcome: text(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('tandem_points_by_day').on(t.schoolId, t.settledOn)],
)

export type TandemPoint = typeof tandemPoints.$inferSelect
