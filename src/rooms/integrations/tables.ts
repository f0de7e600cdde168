import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'

const moment = () => timestamp({ withTimezone: true })

/**
 * A program that may come in with a token, for one organisation. It acts as whoever made the token, as far as the
 * scopes go, and no longer than she may herself. Of the token only a digest is here.
 */
export const integrations = pgTable(
  'integrations',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    scopes: text().array().notNull(),
    /** Who made it, and as whom it acts. */
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    accountId: text().notNull(),
    tokenDigest: text().notNull(),
    madeAt: moment().notNull().defaultNow(),
    /** Its last day; at most a year after it was made. */
    expiresOn: date().notNull(),
    /** A day, not a moment: how often a program comes is nobody's business. */
    lastUsedOn: date(),
    revokedAt: moment(),
    revokedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('one_integration_token').on(t.organisationId, t.tokenDigest),
    index('integrations_by_token').on(t.tokenDigest),
    check('a_year_at_most', sql`${t.expiresOn} <= (${t.madeAt} at time zone 'UTC')::date + 367`),
  ],
)

/** Answers kept for a day under the key that a program sent along, so that asking twice does a thing once. */
export const machineReplies = pgTable(
  'machine_replies',
  {
    tokenId: uuid().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    text: text(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.key] }), index('machine_replies_at').on(t.at)],
)

/** An address elsewhere that is told when something happens here: ids and states, never words or names. */
export const webhooks = pgTable(
  'webhooks',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    address: text().notNull(),
    events: text().array().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    madeAt: moment().notNull().defaultNow(),
    lastArrivedOn: date(),
    /** Since when nothing arrives; empty while all is well. */
    failingSince: moment(),
    triedAt: moment(),
    lastStatus: integer(),
    stoppedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] })],
)

export type Integration = typeof integrations.$inferSelect
export type Webhook = typeof webhooks.$inferSelect
