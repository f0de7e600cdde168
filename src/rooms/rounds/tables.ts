import { date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** What people decide about a line: it goes on, something changes, it stops, or it sleeps for a while. */
export const decisions = ['on', 'change', 'stop', 'sleep'] as const

/** A yearly look at all lines. Open until everybody has been spoken of, or until it is closed. */
export const rounds = pgTable(
  'rounds',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    openedOn: date().notNull(),
    closedOn: date(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
)

/** What was decided about one line, why, and when. Stays with the line; the school's alone. */
export const roundDecisions = pgTable(
  'round_decisions',
  {
    schoolId: uuid().notNull(),
    roundId: uuid().notNull(),
    relationId: uuid().notNull(),
    decision: text({ enum: decisions }).notNull(),
    reason: text(),
    /** What the partner is told, word for word, in the letter. */
    tell: text(),
    decidedOn: date().notNull(),
    /** Who wrote it down. */
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.roundId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.roundId], foreignColumns: [rounds.schoolId, rounds.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('round_decisions_by_relation').on(t.schoolId, t.relationId),
  ],
)

export type Round = typeof rounds.$inferSelect
export type RoundDecision = typeof roundDecisions.$inferSelect
export type Decision = (typeof decisions)[number]
