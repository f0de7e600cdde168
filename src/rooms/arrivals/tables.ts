import { date, foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** “Zo werkt onze school”, in a few words, for whoever comes new: from a partner or to the team. */
export const welcomePacks = pgTable('welcome_packs', {
  schoolId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  vision: text(),
  methods: text(),
  rules: text(),
  whom: text(),
  writtenBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  writtenOn: date().notNull(),
})

/** A new colleague meets a partner: on which day, and since when she has. */
export const introductions = pgTable(
  'introductions',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    relationId: uuid().notNull(),
    onDay: date(),
    metOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('one_introduction_each').on(t.schoolId, t.personId, t.relationId),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)
export type WelcomePack = typeof welcomePacks.$inferSelect
export type Introduction = typeof introductions.$inferSelect
