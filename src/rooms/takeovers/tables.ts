import {
  bigint,
  boolean,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Deed } from '#kit/trail/deeds.ts'
import { organisations } from '#rooms/organisations/door.ts'

export const kinds = ['partners', 'staff'] as const

/**
 * A list that somebody takes over: from when till when, and what became of it. Its states are moments. People are a
 * room above this one, so who it was is an id here, and forgotten with the rest after thirty days.
 */
export const takeovers = pgTable(
  'takeovers',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    /** Who takes it over; the rows come in as her. */
    personId: uuid().notNull(),
    accountId: text().notNull(),
    kind: text({ enum: kinds }).notNull(),
    /** What people read: “lijst “team.xlsx”, za 21 nov”. */
    source: text().notNull(),
    total: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When the last few rows went in or out. */
    movedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    doneAt: timestamp({ withTimezone: true }),
    stoppedAt: timestamp({ withTimezone: true }),
    /** Who takes it back, as one. */
    undoBy: uuid(),
    undoAccount: text(),
    undoAt: timestamp({ withTimezone: true }),
    undoneAt: timestamp({ withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
)

/** The rows on their way. What was said is emptied as soon as it is in; what was written is kept to take it back. */
export const takeoverRows = pgTable(
  'takeover_rows',
  {
    schoolId: uuid().notNull(),
    takeoverId: uuid().notNull(),
    at: integer().notNull(),
    name: text().notNull(),
    /** False for what is no row of the list, such as who stands in for whom. */
    counted: boolean().notNull().default(true),
    said: jsonb(),
    outcome: text({ enum: ['added', 'completed', 'left'] }),
    because: text(),
    deeds: jsonb().$type<Deed[]>(),
    /** Of what is said, and later of what was written: rows touched by hand are not done as somebody else. */
    seal: text(),
    undone: text({ enum: ['back', 'kept'] }),
    /** Which links of the school's trail are ours: of going in, and of coming out again. */
    trailFrom: bigint({ mode: 'number' }),
    trailTo: bigint({ mode: 'number' }),
    undoFrom: bigint({ mode: 'number' }),
    undoTo: bigint({ mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.takeoverId, t.at] }),
    foreignKey({ columns: [t.schoolId, t.takeoverId], foreignColumns: [takeovers.schoolId, takeovers.id] }).onDelete(
      'cascade',
    ),
  ],
)

export type Takeover = typeof takeovers.$inferSelect
export type TakeoverRow = typeof takeoverRows.$inferSelect
export type Kind = Takeover['kind']
