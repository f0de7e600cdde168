import { date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** Money that a line runs on and that ends: what it is, how much, until when. The school’s own note, no bookkeeping. */
export const lineFunds = pgTable(
  'line_funds',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    name: text().notNull(),
    /** Whole euros a year, when somebody knows. */
    euros: integer(),
    endsOn: date().notNull(),
    notedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('line_funds_by_relation').on(t.schoolId, t.relationId),
  ],
)
export type LineFund = typeof lineFunds.$inferSelect
