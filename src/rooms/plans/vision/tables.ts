import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'

/** What the school wants with its pupils, in one line each. A choice names one of them. */
export const visionPoints = pgTable(
  'vision_points',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    about: text(),
    addedOn: date().notNull(),
    /** From this day it is not offered to new choices; the old ones keep it. */
    retiredOn: date(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
)

/** “Hier beginnen wij niet aan”: a theme the school stays away from on purpose. It answers an offer at once. */
export const restraints = pgTable(
  'restraints',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Id of trade/content/topics.json. */
    topic: text().notNull(),
    reason: text().notNull(),
    decidedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    decidedOn: date().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.topic] })],
)

/** How many lines the school can serve well, and whether the desk for offers is open to everybody. */
export const planBounds = pgTable('plan_bounds', {
  schoolId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  mostLines: integer(),
  mostPerOwner: integer(),
  deskOpenedAt: timestamp({ withTimezone: true }),
})

/** Hours a year that were agreed with a colleague for working with partners. A fact of the work plan, no measurement. */
export const declaredHours = pgTable(
  'declared_hours',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    hours: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.personId] })],
)

export type VisionPoint = typeof visionPoints.$inferSelect
export type Restraint = typeof restraints.$inferSelect
export type Bounds = typeof planBounds.$inferSelect
