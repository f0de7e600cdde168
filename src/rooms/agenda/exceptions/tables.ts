import { sql } from 'drizzle-orm'
import { date, foreignKey, index, pgTable, primaryKey, text, time, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { sessions } from '../week/tables.ts'
import { groupKinds, presenceKinds, reasons, sessionKinds } from './rules.ts'

const reason = text({ enum: reasons })

/** One session on one date: not held, at another time or place, or once more than every week. */
export const sessionChanges = pgTable(
  'session_changes',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    sessionId: uuid().notNull(),
    kind: text({ enum: sessionKinds }).notNull(),
    /** The date in the week that it is about; of something extra the date itself. */
    day: date().notNull(),
    /** When and where it is then; nothing when it is not held. */
    toDay: date(),
    from: time(),
    spaceId: uuid(),
    reason: reason.notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    index('session_changes_by_day').on(t.schoolId, t.day),
    uniqueIndex('one_change_a_session_and_day').on(t.schoolId, t.sessionId, t.day).where(sql`${t.kind} <> 'extra'`),
    foreignKey({ columns: [t.schoolId, t.sessionId], foreignColumns: [sessions.schoolId, sessions.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.spaceId], foreignColumns: [spaces.schoolId, spaces.id] }).onDelete('cascade'),
  ],
)

/** A partner on one date: not in the building, or there besides the fixed hours. */
export const presenceChanges = pgTable(
  'presence_changes',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    kind: text({ enum: presenceKinds }).notNull(),
    day: date().notNull(),
    /** Of somebody who comes extra; who does not come is away all day. */
    from: time(),
    until: time(),
    spaceId: uuid(),
    reason: reason.notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    index('presence_changes_by_day').on(t.schoolId, t.day),
    uniqueIndex('away_once_a_day').on(t.schoolId, t.relationId, t.day).where(sql`${t.kind} = 'away'`),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.spaceId], foreignColumns: [spaces.schoolId, spaces.id] }).onDelete('cascade'),
  ],
)

/** A group on one date: something else than its lessons, or no lessons at all. */
export const groupChanges = pgTable(
  'group_changes',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    groupId: uuid().notNull(),
    kind: text({ enum: groupKinds }).notNull(),
    day: date().notNull(),
    from: time().notNull(),
    until: time().notNull(),
    title: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('group_changes_by_day').on(t.schoolId, t.day)],
)
