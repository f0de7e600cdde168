import { date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { choices } from '../tables.ts'
import { visionPoints } from '../vision/tables.ts'

/** How a partner takes part in what the school decides. */
export const involving = ['involved', 'informed', 'not'] as const

/** Something the school is going to decide or plans, with the day. What it is about says whom it touches. Never a child. */
export const resolutions = pgTable(
  'resolutions',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    title: text().notNull(),
    about: text(),
    decidesOn: date().notNull(),
    visionId: uuid(),
    /** Ids of trade/content/topics.json and partner-types.json. */
    topic: text(),
    type: text(),
    /** The days of the week and the room in which it changes something. */
    weekdays: integer().array().notNull(),
    spaceId: uuid(),
    /** The colleague who works it out. */
    ownerId: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** The partner it is about, and the choice it follows from. */
    lineId: uuid(),
    choiceId: uuid(),
    recordedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    recordedOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.visionId], foreignColumns: [visionPoints.schoolId, visionPoints.id] }),
    foreignKey({ columns: [t.schoolId, t.lineId], foreignColumns: [relations.schoolId, relations.id] }),
    foreignKey({ columns: [t.schoolId, t.choiceId], foreignColumns: [choices.schoolId, choices.id] }),
    index('resolutions_by_day').on(t.schoolId, t.decidesOn),
  ],
)

/** One partner beforehand: takes part, hears it, or on purpose not and why; and what it said, in one line. */
export const involvements = pgTable(
  'involvements',
  {
    schoolId: uuid().notNull(),
    resolutionId: uuid().notNull(),
    relationId: uuid().notNull(),
    way: text({ enum: involving }).notNull(),
    /** Why on purpose not. */
    why: text(),
    /** Until when its view is asked. */
    askUntil: date(),
    said: text(),
    saidOn: date(),
    setBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    setOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.resolutionId, t.relationId] }),
    foreignKey({
      columns: [t.schoolId, t.resolutionId],
      foreignColumns: [resolutions.schoolId, resolutions.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('involvements_by_relation').on(t.schoolId, t.relationId),
  ],
)

export type Resolution = typeof resolutions.$inferSelect
export type Involvement = typeof involvements.$inferSelect
export type Involving = (typeof involving)[number]
