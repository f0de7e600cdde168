import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  time,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** What an external comes for every week: how long, how often, in which room. Groups and numbers; never who. */
export const sessions = pgTable(
  'sessions',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    minutes: integer().notNull(),
    times: integer().notNull(),
    /** One room; else any that is free, or none when it is held in the group's own. */
    place: text({ enum: ['any', 'own', 'space'] }).notNull(),
    spaceId: uuid(),
    /** Taken away; for a month it can be put back, then it is forgotten. */
    removedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    index('sessions_by_relation').on(t.schoolId, t.relationId),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.spaceId], foreignColumns: [spaces.schoolId, spaces.id] }).onDelete('cascade'),
  ],
)

/** Out of which groups a session takes how many pupils; null is the whole group. */
export const sessionGroups = pgTable(
  'session_groups',
  {
    schoolId: uuid().notNull(),
    sessionId: uuid().notNull(),
    groupId: uuid().notNull(),
    pupils: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.sessionId, t.groupId] }),
    foreignKey({ columns: [t.schoolId, t.sessionId], foreignColumns: [sessions.schoolId, sessions.id] }).onDelete(
      'cascade',
    ),
  ],
)

/**
 * Where a session stands in the week, from a Monday until a Sunday or on. What stood there before is kept: from it is
 * counted what a group has missed over the weeks.
 */
export const placements = pgTable(
  'placements',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    sessionId: uuid().notNull(),
    weekday: integer().notNull(),
    from: time().notNull(),
    spaceId: uuid(),
    since: date().notNull(),
    until: date(),
    /** Put there by a person: the machine leaves it where it is. */
    byHand: boolean().notNull(),
    /** Counts up with every exception, so that a calendar takes the newest. */
    sequence: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    index('placements_by_session').on(t.schoolId, t.sessionId),
    foreignKey({ columns: [t.schoolId, t.sessionId], foreignColumns: [sessions.schoolId, sessions.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.spaceId], foreignColumns: [spaces.schoolId, spaces.id] }).onDelete('cascade'),
  ],
)

/** How many pupils may be out of one group at once; four when the school says nothing. */
export const weekLimits = pgTable('week_limits', {
  schoolId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  outAtOnce: integer().notNull(),
})
export type Placement = typeof placements.$inferSelect
export type Session = typeof sessions.$inferSelect
