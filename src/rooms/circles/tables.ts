import { date, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** A few colleagues who know most about one subject, and who leads them. */
export const circles = pgTable(
  'circles',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    /** What one may come to them for. */
    about: text(),
    leadId: uuid().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('circles_by_lead').on(t.schoolId, t.leadId)],
)

/** Who sits in it, and of which part of the school she takes the lead there. */
export const circleMembers = pgTable(
  'circle_members',
  {
    schoolId: uuid().notNull(),
    circleId: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** “Onderbouw”, “unit 2”; null for who leads no part. */
    unit: text(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.circleId, t.personId] }),
    foreignKey({ columns: [t.schoolId, t.circleId], foreignColumns: [circles.schoolId, circles.id] }).onDelete(
      'cascade',
    ),
    index('circle_members_by_person').on(t.schoolId, t.personId),
  ],
)

/** The partners it works with: lines of the school. */
export const circlePartners = pgTable(
  'circle_partners',
  { schoolId: uuid().notNull(), circleId: uuid().notNull(), relationId: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.circleId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.circleId], foreignColumns: [circles.schoolId, circles.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('circle_partners_by_relation').on(t.schoolId, t.relationId),
  ],
)

/** What was said on a day, in at most five lines. Never about a child. */
export const circleNotes = pgTable(
  'circle_notes',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    circleId: uuid().notNull(),
    day: date().notNull(),
    lines: text().notNull(),
    writtenBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.circleId], foreignColumns: [circles.schoolId, circles.id] }).onDelete(
      'cascade',
    ),
    index('circle_notes_by_circle').on(t.schoolId, t.circleId, t.day),
  ],
)

export type Circle = typeof circles.$inferSelect
export type CircleNote = typeof circleNotes.$inferSelect
