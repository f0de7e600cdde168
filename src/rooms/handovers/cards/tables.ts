import { date, foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** Three sentences that no register knows, for whoever takes a line over. About the work, never about a person. */
export const handoverNotes = pgTable(
  'handover_notes',
  {
    schoolId: uuid().notNull(),
    relationId: uuid().notNull(),
    /** How it came about, what to watch, what was promised. */
    grown: text(),
    careful: text(),
    promised: text(),
    writtenBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    writtenOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)
export type HandoverNote = typeof handoverNotes.$inferSelect
