import { date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

export const steps = ['ends', 'sleeps'] as const

/** What was decided about a line and somebody still has to do, or said, with a reason, not to do after all. */
export const lineSteps = pgTable(
  'line_steps',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    step: text({ enum: steps }).notNull(),
    /** Where the decision itself stands. */
    path: text().notNull(),
    decidedOn: date().notNull(),
    askedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** Done, or with a reason not. That a line ended or sleeps shows on the line itself too. */
    closedOn: date(),
    closedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    declined: text(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('line_steps_by_relation').on(t.schoolId, t.relationId),
  ],
)

export type LineStep = typeof lineSteps.$inferSelect
export type Step = (typeof steps)[number]
