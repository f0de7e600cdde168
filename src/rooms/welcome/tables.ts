import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces } from '#rooms/relations/door.ts'

/** A letter that lets one person in. The token itself is only in the letter; here is its digest. */
export const invitations = pgTable(
  'invitations',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    /** A colleague whom the organisation noted… */
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    /** …or a face at a partner, who will speak for an organisation of her own. */
    faceId: uuid(),
    mail: text().notNull(),
    tokenDigest: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    acceptedAt: timestamp({ withTimezone: true }),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('one_token').on(t.organisationId, t.tokenDigest),
    index('invitations_by_token').on(t.tokenDigest),
    foreignKey({ columns: [t.organisationId, t.faceId], foreignColumns: [faces.schoolId, faces.id] }).onDelete(
      'cascade',
    ),
    check('a_colleague_or_a_face', sql`num_nonnulls(${t.personId}, ${t.faceId}) = 1`),
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
