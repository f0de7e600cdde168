import { date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'

/** “Zo doen wij het hier”: a school's own way for one topic. Content with an owner, a date and a source. */
export const routes = pgTable(
  'routes',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** Id of trade/content/topics.json. */
    topic: text().notNull(),
    /** Another first role than the usual one, where this school does it differently. */
    role: text(),
    text: text(),
    ownerId: uuid().references(() => people.id, { onDelete: 'set null' }),
    source: text(),
    updatedOn: date().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.topic] })],
)
export type Route = typeof routes.$inferSelect
