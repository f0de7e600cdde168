import { boolean, index, integer, pgSchema, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

/**
 * What sign-in keeps. Names of tables and fields are better-auth's own; what is stored is less than it would store:
 * session tokens and one-time tokens only as digests, no network addresses, second-step secrets encrypted.
 */
const gateSchema = pgSchema('gate')
const moment = () => timestamp({ withTimezone: true })
const written = () => ({ createdAt: moment().notNull().defaultNow(), updatedAt: moment().notNull().defaultNow() })

export const user = gateSchema.table('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Always in small letters. */
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  twoFactorEnabled: boolean().notNull().default(false),
  ...written(),
})
const ofUser = () =>
  text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

export const session = gateSchema.table(
  'session',
  {
    id: text().primaryKey(),
    /** The SHA-256 of the token; the token itself is in the browser only. */
    token: text().notNull().unique(),
    userId: ofUser(),
    expiresAt: moment().notNull(),
    /** When this person last gave the password. */
    freshAt: moment().notNull().defaultNow(),
    /** better-auth wants the column; it stays empty. */
    ipAddress: text(),
    userAgent: text(),
    ...written(),
  },
  (t) => [index('session_user').on(t.userId), index('session_expires').on(t.expiresAt)],
)

/** How somebody proves to be a user: here the hashed password. */
export const account = gateSchema.table(
  'account',
  {
    id: text().primaryKey(),
    userId: ofUser(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    ...written(),
  },
  (t) => [index('account_user').on(t.userId)],
)

/** One-time tokens: password resets and second steps under way. The identifier is a digest. */
export const verification = gateSchema.table(
  'verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    ...written(),
  },
  (t) => [index('verification_identifier').on(t.identifier), index('verification_value').on(t.value)],
)

export const twoFactor = gateSchema.table('two_factor', {
  id: text().primaryKey(),
  userId: ofUser().unique(),
  /** Encrypted, both. */
  secret: text().notNull(),
  backupCodes: text().notNull(),
  verified: boolean().notNull().default(true),
  failedVerificationCount: integer().notNull().default(0),
  lockedUntil: moment(),
})

/** Codes that were typed in the last minutes: a code works once, also when it is sent twice at the same moment. */
export const usedCodes = gateSchema.table(
  'used_codes',
  { userId: ofUser(), digest: text().notNull(), usedAt: moment().notNull().defaultNow() },
  (t) => [primaryKey({ columns: [t.userId, t.digest] }), index('used_codes_at').on(t.usedAt)],
)

/** How often something was tried lately. Keys are keyed digests: they tell nobody who or where. */
export const tries = gateSchema.table(
  'tries',
  { key: text().primaryKey(), count: integer().notNull(), endsAt: moment().notNull() },
  (t) => [index('tries_ends').on(t.endsAt)],
)
