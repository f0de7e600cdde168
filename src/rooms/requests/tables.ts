import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'

/** What a question may be about. Never one child: that has no level here. */
export const requestLevels = ['group', 'organisation'] as const
/** What happened. The state of a request is read from these, never stored. */
export const momentKinds = [
  'asked',
  'seen',
  'accepted',
  'declined',
  'answered',
  'asked_on',
  'done',
  'withdrawn',
  'rerouted',
  'reminded',
  'note',
] as const
/** Which side did it; of a reminder, which side was reminded. */
export const sides = ['asking', 'asked'] as const
export const declineReasons = ['full', 'not_ours', 'too_short', 'other'] as const
export const outcomes = ['helped', 'partly', 'not'] as const
/** What was left out of an answer that came by mail. */
export const leftOut = ['quote', 'attachment', 'personal'] as const

/**
 * A question to a partner or a colleague, in three lines. Where it goes is said once: sent on to another, it is a new
 * request that follows this one, so that the first who was asked does not read along with the next.
 */
export const requests = pgTable(
  'requests',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    /** To a partner of the school… */
    relationId: uuid(),
    /** …or to a colleague. */
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    /** The request that was sent on and became this one. */
    followsId: uuid(),
    askedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** As the letter said it, because whoever opens a link sees no table with people or schools. */
    askerName: text(),
    schoolName: text().notNull(),
    level: text({ enum: requestLevels }).notNull(),
    /** The three lines; the first two are removed a year after the last moment. */
    what: text(),
    forWhom: text(),
    wishDay: date().notNull(),
    /** Set when asking: reminders and “over tijd” go by this day. */
    answerBy: date().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.followsId], foreignColumns: [t.schoolId, t.id] }).onDelete('cascade'),
    check('to_a_partner_or_a_colleague', sql`num_nonnulls(${t.relationId}, ${t.personId}) = 1`),
    index('requests_by_relation').on(t.schoolId, t.relationId),
    index('requests_by_asker').on(t.schoolId, t.askedBy),
    index('requests_by_colleague').on(t.schoolId, t.personId),
    index('requests_by_predecessor').on(t.schoolId, t.followsId),
  ],
)

/** What happened to a request, by whom, when. Added to, never changed. */
export const requestMoments = pgTable(
  'request_moments',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    requestId: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    kind: text({ enum: momentKinds }).notNull(),
    side: text({ enum: sides }).notNull(),
    /** With an account, or by a link; neither when the house did it. */
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    linkId: uuid(),
    byName: text(),
    text: text(),
    reason: text({ enum: declineReasons }),
    outcome: text({ enum: outcomes }),
    leftOut: text({ enum: leftOut }).array(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.requestId], foreignColumns: [requests.schoolId, requests.id] }).onDelete(
      'cascade',
    ),
    index('request_moments_in_order').on(t.schoolId, t.requestId, t.at),
  ],
)

/** A personal link, and the secret address to which one answers by mail. Here are their digests only. */
export const requestLinks = pgTable(
  'request_links',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    requestId: uuid().notNull(),
    /** The face it went to… */
    faceId: uuid(),
    /** …or the colleague: the link lasts as long as she works here. */
    personId: uuid().references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    mail: text().notNull(),
    tokenDigest: text().notNull(),
    replyDigest: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    revokedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('one_link_by_token').on(t.schoolId, t.tokenDigest),
    foreignKey({ columns: [t.schoolId, t.requestId], foreignColumns: [requests.schoolId, requests.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.faceId], foreignColumns: [faces.schoolId, faces.id] }).onDelete('cascade'),
    index('request_links_by_person').on(t.schoolId, t.personId),
    index('request_links_by_request').on(t.schoolId, t.requestId),
    index('request_links_by_token').on(t.tokenDigest),
    index('request_links_by_reply').on(t.replyDigest),
    index('request_links_by_mail').on(t.mail),
  ],
)

/**
 * The second step for whoever wants to see all her requests: six digits by mail to the address of her link. Belongs to
 * no school. `keyDigest` is of the secret that her browser keeps, `visitDigest` of that secret and the digits together:
 * who knows both once, within a few tries, is let in.
 */
export const requestVisits = pgTable(
  'request_visits',
  {
    id: uuid().primaryKey().defaultRandom(),
    keyDigest: text().notNull().unique(),
    /** The link with which the code was asked for: whoever writes the letter finds the address there. */
    linkDigest: text().notNull(),
    /** Both empty until the letter is written. */
    visitDigest: text(),
    mail: text(),
    tries: integer().notNull().default(0),
    provedAt: timestamp({ withTimezone: true }),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [index('request_visits_by_mail').on(t.mail, t.madeAt), index('request_visits_by_digest').on(t.visitDigest)],
)

export type Request = typeof requests.$inferSelect
export type Moment = typeof requestMoments.$inferSelect
export type Link = typeof requestLinks.$inferSelect
export type MomentKind = (typeof momentKinds)[number]
export type Side = (typeof sides)[number]
export type DeclineReason = (typeof declineReasons)[number]
export type Outcome = (typeof outcomes)[number]
