import { foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { people, spaces } from '#rooms/people/door.ts'

/**
 * What a calendar address shows: everybody in the building, one room, partners whose line one holds, the year plan, who
 * comes for a group, when one partner is expected; and for a partner where it is expected itself.
 */
export const feedKinds = ['building', 'space', 'mine', 'year', 'group', 'partner', 'visits'] as const

/** A secret address from which somebody's own calendar fetches. Here is its digest only; it shows what she may see. */
export const feeds = pgTable(
  'feeds',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    accountId: text().notNull(),
    kind: text({ enum: feedKinds }).notNull(),
    spaceId: uuid(),
    groupId: uuid(),
    /** Of one partner; and of a partner one of its schools, whose row this line is. */
    relationId: uuid(),
    tokenDigest: text().notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.spaceId], foreignColumns: [spaces.schoolId, spaces.id] }).onDelete('cascade'),
    unique('one_feed_by_address').on(t.schoolId, t.tokenDigest),
    index('feeds_by_address').on(t.tokenDigest),
  ],
)
export type Feed = typeof feeds.$inferSelect
