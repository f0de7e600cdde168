import { date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** Groups 1 and 2, 3 to 5, 6 to 8, or everybody. */
export const stages = ['lower', 'middle', 'upper', 'whole'] as const

/** “Tip van een collega”: one line of experience with a partner. Never about a child, nor how good somebody is. */
export const tips = pgTable(
  'tips',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    /** Id of trade/content/topics.json, when it is about one question. */
    topic: text(),
    line: text().notNull(),
    /** The month it was last used, as its first day. */
    usedOn: date().notNull(),
    stage: text({ enum: stages }),
    authorId: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** When its author last said so: two years later nobody sees it any more. */
    confirmedOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('tips_by_relation').on(t.schoolId, t.relationId),
  ],
)
export type Tip = typeof tips.$inferSelect
