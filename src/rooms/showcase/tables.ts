import { date, foreignKey, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** The readable address of the page. Apart, because it is looked up before anyone knows which school it is. */
export const showcaseAddresses = pgTable('showcase_addresses', {
  address: text().primaryKey(),
  organisationId: uuid()
    .notNull()
    .unique()
    .references(() => organisations.id),
})

/** The page of a school: everybody reads it from the moment it was opened, and nobody outside before. */
export const showcases = pgTable('showcases', {
  schoolId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  openedAt: timestamp({ withTimezone: true }),
  /** Why the school works with partners, in its own voice. */
  intro: text(),
})

/** One partner on it: the name it carries in public, its website, and one sentence why. Off until this row is there. */
export const showcaseLines = pgTable(
  'showcase_lines',
  {
    schoolId: uuid().notNull(),
    relationId: uuid().notNull(),
    name: text().notNull(),
    website: text(),
    why: text().notNull(),
    addedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    addedOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** A partner that does not want to stand there. Its own word, its own to take back; while it is there nothing is shown. */
export const showcaseObjections = pgTable(
  'showcase_objections',
  {
    schoolId: uuid().notNull(),
    relationId: uuid().notNull(),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    objectedOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)

export type ShowcaseLine = typeof showcaseLines.$inferSelect
