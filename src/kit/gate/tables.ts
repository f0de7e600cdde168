import { boolean, index, integer, jsonb, pgSchema, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'

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
    /** When this person last proved who she is: at signing in, or again before something that matters. */
    freshAt: moment().notNull().defaultNow(),
    /** She came in by more than one step without an authenticator: a passkey, or a provider that asked for more. */
    twoSteps: boolean().notNull().default(false),
    /** better-auth wants the column; it stays empty. */
    ipAddress: text(),
    userAgent: text(),
    ...written(),
  },
  (t) => [index('session_user').on(t.userId), index('session_expires').on(t.expiresAt)],
)

/** How somebody proves to be a user: the hashed password, or who she is at a provider (`account_id` is its word for her). */
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
  (t) => [index('account_user').on(t.userId), unique('one_account_each').on(t.providerId, t.accountId)],
)

/** One-time tokens: password resets, links by mail, second steps under way, and the like. The identifier is a digest. */
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

/** A key on somebody's own device. Only its public half is here, which opens nothing. */
export const passkey = gateSchema.table(
  'passkey',
  {
    id: text().primaryKey(),
    userId: ofUser(),
    name: text(),
    credentialID: text('credential_id').notNull().unique(),
    publicKey: text().notNull(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: moment().notNull().defaultNow(),
    usedAt: moment(),
  },
  (t) => [index('passkey_user').on(t.userId)],
)

/** Where people may sign in elsewhere. Registered by the operator only; what is secret in it is encrypted. */
export const provider = gateSchema.table('provider', {
  /** A word of an address. */
  id: text().primaryKey(),
  name: text().notNull(),
  kind: text({ enum: ['oidc', 'saml'] }).notNull(),
  settings: jsonb().$type<Record<string, unknown>>().notNull(),
  /** The client secret, or the key with which we sign. */
  secret: text(),
  /** Mail domains for which this provider's word is taken. */
  domains: text().array().notNull(),
  addedAt: moment().notNull().defaultNow(),
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
