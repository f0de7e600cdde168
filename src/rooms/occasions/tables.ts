import { date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { relations } from '#rooms/relations/door.ts'

export const occasionKinds = ['invite', 'card', 'gift'] as const

/** A moment for attention: a team party, Sinterklaas, a card at Christmas. Comes again every year. */
export const occasions = pgTable(
  'occasions',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    kind: text({ enum: occasionKinds }).notNull(),
    day: date().notNull(),
    /** When it was sent or given, this year. */
    doneOn: date(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('occasions_by_day').on(t.schoolId, t.day)],
)

/** Who is on the list of an occasion. */
export const occasionGuests = pgTable(
  'occasion_guests',
  {
    schoolId: uuid().notNull(),
    occasionId: uuid().notNull(),
    relationId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.occasionId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.occasionId], foreignColumns: [occasions.schoolId, occasions.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('occasion_guests_by_relation').on(t.schoolId, t.relationId),
  ],
)

export type Occasion = typeof occasions.$inferSelect
