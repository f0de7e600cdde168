import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'

/** What a school says of a role in its own words. A part that is null is said in the words of the house. */
export const roleCards = pgTable(
  'role_cards',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Id of trade/content/roles.json. */
    role: text().notNull(),
    task: text(),
    decides: text(),
    consulted: text(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.role] })],
)

export type RoleCard = typeof roleCards.$inferSelect
