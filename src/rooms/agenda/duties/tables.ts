import { index, integer, pgTable, primaryKey, text, time, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'

/** Busy: a regular duty. Covered: somebody else is with her group then. */
export const dutyKinds = ['busy', 'covered'] as const

/** Hours of every week at which a colleague cannot, or can although her group has lessons. Never what for. */
export const duties = pgTable(
  'duties',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text({ enum: dutyKinds }).notNull(),
    weekday: integer().notNull(),
    from: time().notNull(),
    until: time().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('duties_by_person').on(t.schoolId, t.personId)],
)
