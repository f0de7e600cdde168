import { boolean, foreignKey, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships } from '#rooms/people/door.ts'

/** The readable address of a school's page. Apart, because it is looked up before anyone knows which school it is. */
export const parentAddresses = pgTable('parent_addresses', {
  address: text().primaryKey(),
  organisationId: uuid()
    .notNull()
    .unique()
    .references(() => organisations.id),
})

/** A school's page for parents. Everyone may read it from the moment it was opened, and nobody outside before. */
export const parentPages = pgTable('parent_pages', {
  schoolId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  openedAt: timestamp({ withTimezone: true }),
  /** Opening words, in the school's own voice. */
  greeting: text(),
  /** The ouder- en jeugdsteunpunt of this region. */
  supportWebsite: text(),
  supportPhone: text(),
  /** Where the school's own rules about complaints are. */
  complaintsWebsite: text(),
})

/** What the school does differently for one topic: leave it out, name another role, add one sentence. */
export const parentTopics = pgTable(
  'parent_topics',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    topic: text().notNull(),
    hidden: boolean().notNull().default(false),
    role: text(),
    sentence: text(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.topic] })],
)

/** Something for families in the school building: what, for whom, when, and how to join (with whoever offers it). */
export const parentOffers = pgTable(
  'parent_offers',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    what: text().notNull(),
    forWhom: text(),
    times: text(),
    joining: text(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
)

/** Her permission: my name may stand on this school's page. Given by herself; taken back, the row is gone. */
export const parentNames = pgTable(
  'parent_names',
  {
    schoolId: uuid().notNull(),
    personId: uuid().notNull(),
    givenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.personId] }),
    foreignKey({
      columns: [t.schoolId, t.personId],
      foreignColumns: [memberships.organisationId, memberships.personId],
    }).onDelete('cascade'),
  ],
)

export type ParentPage = typeof parentPages.$inferSelect
export type ParentTopic = typeof parentTopics.$inferSelect
export type ParentOffer = typeof parentOffers.$inferSelect
