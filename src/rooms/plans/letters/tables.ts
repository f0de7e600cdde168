import { foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { resolutions } from '../resolutions/tables.ts'

export const letterWays = ['mail', 'paper'] as const

/** That a partner was written to about a decision, and when: once each, by mail or on paper. The words are not kept. */
export const resolutionLetters = pgTable(
  'resolution_letters',
  {
    schoolId: uuid().notNull(),
    resolutionId: uuid().notNull(),
    relationId: uuid().notNull(),
    way: text({ enum: letterWays }).notNull(),
    /** To whom, while she is on the card: her name stands there and nowhere else. */
    faceId: uuid(),
    sentBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    sentAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
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
    index('resolution_letters_by_relation').on(t.schoolId, t.relationId),
  ],
)

export type LetterWay = (typeof letterWays)[number]
