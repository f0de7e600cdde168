import { date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { kindsOfDay, regions } from './rules.ts'

/** What a school puts in its year: when it is closed or open otherwise than the country says, and what it holds. */
export const schoolDays = pgTable(
  'school_days',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    kind: text({ enum: kindsOfDay }).notNull(),
    title: text().notNull(),
    from: date().notNull(),
    until: date().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('school_days_by_day').on(t.schoolId, t.until)],
)
export type SchoolDay = typeof schoolDays.$inferSelect

/** In which holiday region a school is, where no register says so, or where it says it otherwise. */
export const schoolRegions = pgTable('school_regions', {
  schoolId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  region: text({ enum: regions }).notNull(),
})
