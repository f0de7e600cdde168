import { foreignKey, integer, pgTable, primaryKey, text, time, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** The secret address of a screen in the hall. Here is its digest only; a new one closes the old. */
export const hallScreens = pgTable(
  'hall_screens',
  {
    schoolId: uuid()
      .primaryKey()
      .references(() => organisations.id),
    tokenDigest: text().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('one_screen_by_digest').on(t.schoolId, t.tokenDigest)],
)

/** A partner who agreed to be on the screen, and by which name. Without a row she is not there. */
export const hallPartners = pgTable(
  'hall_partners',
  {
    schoolId: uuid().notNull(),
    relationId: uuid().notNull(),
    name: text().notNull(),
    agreedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** What the school itself holds every week for whoever walks in: coffee, an open hour. */
export const hallHours = pgTable(
  'hall_hours',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    title: text().notNull(),
    weekday: integer().notNull(),
    from: time().notNull(),
    until: time().notNull(),
    place: text(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
)
