import { boolean, date, index, integer, pgTable, primaryKey, text, time, uuid } from 'drizzle-orm/pg-core'

/**
 * A lesson in the week of a group: which subject when, and whether nobody may be taken out of it. The group is one of this
 * school's (db/ground/guards.sql holds it, and lessons go with their group).
 */
export const lessons = pgTable(
  'lessons',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    groupId: uuid().notNull(),
    weekday: integer().notNull(),
    from: time().notNull(),
    until: time().notNull(),
    subject: text().notNull(),
    protected: boolean().notNull(),
    /** From a Monday until a Sunday; empty is always. What was before is kept: by it is counted what a group missed. */
    since: date(),
    ends: date(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('lessons_by_group').on(t.schoolId, t.groupId)],
)
export type LessonRow = typeof lessons.$inferSelect
