import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import type { Found } from './rules.ts'

/**
 * A week that the machine was asked to plan: how far it is, what it found, and what became of it. Its states are moments.
 * `digest` is of everything it was made from: when that changed since, it is not taken over.
 */
export const weekPlans = pgTable(
  'week_plans',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    monday: date().notNull(),
    digest: text().notNull(),
    /** How long it may think. */
    most: integer().notNull(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    seconds: integer().notNull().default(0),
    points: integer(),
    bound: integer(),
    stopAt: timestamp({ withTimezone: true }),
    doneAt: timestamp({ withTimezone: true }),
    found: jsonb().$type<Found>(),
    takenAt: timestamp({ withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
)
export type WeekPlan = typeof weekPlans.$inferSelect
