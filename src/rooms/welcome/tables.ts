import { index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'

/** A letter that lets one person in. The token itself is only in the letter; here is its digest. */
export const invitations = pgTable(
  'invitations',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    mail: text().notNull(),
    tokenDigest: text().notNull(),
    /** For a partner's face: the relation whose organisation she will claim. */
    relationId: uuid(),
    sentAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    acceptedAt: timestamp({ withTimezone: true }),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('one_token').on(t.organisationId, t.tokenDigest),
    index('invitations_by_token').on(t.tokenDigest),
  ],
)

/** The code printed at the first start: whoever holds it sets the first school up. Works once. */
export const setups = pgTable('setups', {
  id: uuid().primaryKey().defaultRandom(),
  codeDigest: text().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  usedAt: timestamp({ withTimezone: true }),
  /** The account that used it, and the school it then set up. */
  usedBy: text(),
  organisationId: uuid().references(() => organisations.id),
})
export type Invitation = typeof invitations.$inferSelect
