import { date, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { sides } from '../tables.ts'

/** Each side says it of itself: it is even, we give more, we get more. */
export const weights = ['even', 'give', 'get'] as const

/**
 * Once a school year, each side for itself: are give and take in balance? About working together, never about somebody;
 * two words beside each other, and never a figure.
 */
export const balances = pgTable(
  'balances',
  {
    schoolId: uuid().notNull(),
    relationId: uuid().notNull(),
    /** The year in which the school year begins. */
    schoolYear: integer().notNull(),
    side: text({ enum: sides }).notNull(),
    weight: text({ enum: weights }).notNull(),
    line: text(),
    saidOn: date().notNull(),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.relationId, t.schoolYear, t.side] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)
export type Balance = typeof balances.$inferSelect
