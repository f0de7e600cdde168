import { date, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** Speaking together, giving and getting, thanking and celebrating: all of it keeps a line warm. */
export const contactKinds = ['spoke', 'gave', 'got', 'thanked', 'celebrated'] as const
export const ways = ['noted', 'copied'] as const
export const directions = ['out', 'in'] as const

/**
 * That there was contact, when and by whom: what about, what was agreed, what follows. Five lines at most, never about a
 * child; of a letter not a word.
 */
export const contactMoments = pgTable(
  'contact_moments',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    day: date().notNull(),
    kind: text({ enum: contactKinds }).notNull().default('spoke'),
    /** Noted by hand, or known from a copy of a letter. */
    way: text({ enum: ways }).notNull().default('noted'),
    direction: text({ enum: directions }),
    /** What it was about. */
    line: text(),
    agreed: text(),
    next: text(),
    /** The day that what follows is for. */
    nextOn: date(),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** Who wrote to us, while she is on the card. */
    faceId: uuid(),
    notedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('contact_moments_by_relation').on(t.schoolId, t.relationId, t.day),
  ],
)

/** The address of a line to which one sends a copy of a letter. It opens nothing: it only tells that there was one. */
export const copyAddresses = pgTable(
  'copy_addresses',
  {
    schoolId: uuid().notNull(),
    relationId: uuid().notNull(),
    /** What stands before the @. Kept as it is, because one copies it again and again. */
    local: text().notNull(),
    localDigest: text().notNull(),
    madeOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('copy_addresses_by_digest').on(t.localDigest),
  ],
)

export type ContactMoment = typeof contactMoments.$inferSelect
export type ContactKind = (typeof contactKinds)[number]
