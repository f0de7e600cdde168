import { date, foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'

const moment = () => timestamp({ withTimezone: true })
const somebody = () => uuid().references(() => people.id, { onDelete: 'set null' })
export const sayers = ['school', 'partner'] as const

/** Somebody at a partner stops: from when, and who comes after her. Never why. */
export const partings = pgTable(
  'partings',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    faceId: uuid().notNull(),
    stopsOn: date().notNull(),
    /** Said by the school, or by herself: then the school still has to take it over. */
    saidBy: text({ enum: sayers }).notNull(),
    startedBy: somebody(),
    startedAt: moment().notNull().defaultNow(),
    /** The school has it in its files: from her last day on she is on no card. */
    confirmedOn: date(),
    /** The face that comes after her, while that is known. */
    successorId: uuid(),
    /** Her last day has come: what hung on her went on, or ended. */
    settledAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('one_parting_each').on(t.schoolId, t.faceId),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.faceId], foreignColumns: [faces.schoolId, faces.id] }).onDelete('cascade'),
    index('partings_by_relation').on(t.schoolId, t.relationId),
  ],
)

/** A personal link with which the partner says who comes after her. Here is its digest only. */
export const partingLinks = pgTable(
  'parting_links',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    partingId: uuid().notNull(),
    relationId: uuid().notNull(),
    name: text().notNull(),
    mail: text().notNull(),
    leaver: text().notNull(),
    schoolName: text().notNull(),
    partnerName: text().notNull(),
    tokenDigest: text().notNull(),
    sentAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('one_parting_link_by_token').on(t.schoolId, t.tokenDigest),
    foreignKey({ columns: [t.schoolId, t.partingId], foreignColumns: [partings.schoolId, partings.id] }).onDelete(
      'cascade',
    ),
    index('parting_links_by_parting').on(t.schoolId, t.partingId),
    index('parting_links_by_token').on(t.tokenDigest),
  ],
)

/** What the partner says: who comes after her, and one sentence for that person. Added to, never changed. */
export const partingAnswers = pgTable(
  'parting_answers',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    partingId: uuid().notNull(),
    name: text().notNull(),
    work: text(),
    phone: text(),
    mail: text(),
    note: text(),
    /** With an account; by a link her name stands here only. */
    personId: somebody(),
    byName: text(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.partingId], foreignColumns: [partings.schoolId, partings.id] }).onDelete(
      'cascade',
    ),
    index('parting_answers_by_parting').on(t.schoolId, t.partingId, t.at),
  ],
)

export type Parting = typeof partings.$inferSelect
export type PartingLink = typeof partingLinks.$inferSelect
export type PartingAnswer = typeof partingAnswers.$inferSelect
