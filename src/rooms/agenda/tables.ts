import { foreignKey, integer, pgTable, primaryKey, text, time, uuid } from 'drizzle-orm/pg-core'
import { spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** A partner who is in the building: on this weekday, from then till then, in that room. Never for whom. */
export const presences = pgTable(
  'presences',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    weekday: integer().notNull(),
    from: time().notNull(),
    until: time().notNull(),
    spaceId: uuid(),
    /** What one can ask, in a few words. */
    what: text(),
    /** Counts up with every date on which it is otherwise, so that a calendar takes the newest. */
    sequence: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.spaceId], foreignColumns: [spaces.schoolId, spaces.id] }),
  ],
)
export type Presence = typeof presences.$inferSelect
