import { date, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { polls } from '#rooms/surveys/door.ts'
import { visionPoints } from './vision/tables.ts'

export const outcomes = ['yes', 'try', 'no'] as const
/** What makes room for one more, where the school has as many lines as it can serve. */
export const rooms = ['ends', 'sleeps', 'neither'] as const

/** The short form before a yes: why this partner, for whom, until when, instead of what. About groups, never a child. */
export const choices = pgTable(
  'choices',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    /** The line it is about; null while the candidate is no partner yet. */
    lineId: uuid(),
    name: text().notNull(),
    /** Id of trade/content/partner-types.json, and of topics.json. */
    type: text(),
    topic: text(),
    visionId: uuid(),
    forWhom: text().notNull(),
    /** What gets better, and by when we see it. */
    better: text().notNull(),
    seenBy: date().notNull(),
    stops: text().notNull(),
    /** Hours a year. */
    hours: integer().notNull(),
    /** Who wants to own it; null while the school looks for somebody. */
    ownerId: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** Above the ceiling: which line ends or sleeps, or why neither. */
    room: text({ enum: rooms }),
    roomLineId: uuid(),
    roomNote: text(),
    /** Where the team said what it thinks. */
    pollId: uuid(),
    askedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    askedOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.lineId], foreignColumns: [relations.schoolId, relations.id] }),
    foreignKey({ columns: [t.schoolId, t.roomLineId], foreignColumns: [relations.schoolId, relations.id] }),
    foreignKey({ columns: [t.schoolId, t.visionId], foreignColumns: [visionPoints.schoolId, visionPoints.id] }),
    foreignKey({ columns: [t.schoolId, t.pollId], foreignColumns: [polls.schoolId, polls.id] }),
    index('choices_by_line').on(t.schoolId, t.lineId),
  ],
)

/** What was decided about a choice, why and when. Added to, never changed: after a trial follows a yes or a no. */
export const decisions = pgTable(
  'decisions',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    choiceId: uuid().notNull(),
    outcome: text({ enum: outcomes }).notNull(),
    why: text().notNull(),
    decidedOn: date().notNull(),
    decidedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.choiceId], foreignColumns: [choices.schoolId, choices.id] }).onDelete(
      'cascade',
    ),
    index('decisions_by_choice').on(t.schoolId, t.choiceId, t.at),
  ],
)

export type Choice = typeof choices.$inferSelect
export type Decision = typeof decisions.$inferSelect
export type Outcome = (typeof outcomes)[number]
