import { date, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** Quiet until a day, and why: this signal of this school is known, and nothing has to be done yet. About no person. */
export const signalRests = pgTable(
  'signal_rests',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** `room.what`, and of that which thing. */
    kind: text().notNull(),
    thing: text().notNull(),
    /** The line it is about, when it is about one. */
    relationId: uuid(),
    until: date().notNull(),
    why: text().notNull(),
    saidBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    saidAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.kind, t.thing] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('signal_rests_by_relation').on(t.schoolId, t.relationId),
  ],
)

export type SignalRest = typeof signalRests.$inferSelect
