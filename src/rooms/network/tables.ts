import { foreignKey, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** Which questions a partner answers for this school, and in which order it is asked. */
export const answers = pgTable(
  'answers',
  {
    schoolId: uuid().notNull(),
    /** Id of trade/content/topics.json. */
    topic: text().notNull(),
    relationId: uuid().notNull(),
    rank: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.topic, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** What an organisation itself says it can, wants, gives and asks. One for all schools. */
export const profiles = pgTable('profiles', {
  organisationId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  can: text(),
  wants: text(),
  gives: text(),
  asks: text(),
  updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
export type AnswerRow = typeof answers.$inferSelect
export type Profile = typeof profiles.$inferSelect
