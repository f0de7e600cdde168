import { boolean, date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'

export const ways = ['open', 'totals'] as const
/** Also the yearly question about work itself: statements, totals only. */
export const pollKinds = [...ways, 'sounding'] as const
export const votes = ['yes', 'doubt', 'no'] as const

/** The team is asked what it thinks of a plan: openly, or with totals only. */
export const polls = pgTable(
  'polls',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    kind: text({ enum: pollKinds }).notNull(),
    question: text().notNull(),
    /** As the letter says it, because whoever opens a link sees no table with people or schools. */
    schoolName: text().notNull(),
    /** Where the plan itself stands. */
    path: text().notNull(),
    closesOn: date().notNull(),
    askedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    askedOn: date().notNull(),
    closedOn: date(),
    /** Written when it closes. Empty with totals only when too few voted: then nobody ever hears them. */
    yes: integer(),
    doubt: integer(),
    no: integer(),
    /** Of a sounding: how many gave which answer to which statement. Empty when too few answered. */
    sheet: text(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
)

/** Who may vote, and that she did. Never what. */
export const pollVoters = pgTable(
  'poll_voters',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    pollId: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    tokenDigest: text().notNull(),
    voted: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('one_vote_each').on(t.schoolId, t.pollId, t.personId),
    foreignKey({ columns: [t.schoolId, t.pollId], foreignColumns: [polls.schoolId, polls.id] }).onDelete('cascade'),
    index('poll_voters_by_token').on(t.tokenDigest),
  ],
)

/** An open vote, with her name. With totals only there is no such row. */
export const pollVotes = pgTable(
  'poll_votes',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    pollId: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    stage: text({ enum: votes }).notNull(),
    why: text(),
    /** “Ik wil dit wel oppakken.” */
    takesUp: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('one_open_vote_each').on(t.schoolId, t.pollId, t.personId),
    foreignKey({ columns: [t.schoolId, t.pollId], foreignColumns: [polls.schoolId, polls.id] }).onDelete('cascade'),
  ],
)

/**
 * With totals only: the three running totals of one poll, locked together. No row is about one vote; the one row there is
 * is written anew with every vote, as long as before, whatever was voted; the database cannot read it, so two looks at it
 * tell nothing either. It is not in the trail (db/ground/trail.sql), and it is gone when the poll closes.
 */
export const pollBoxes = pgTable(
  'poll_boxes',
  {
    schoolId: uuid().notNull(),
    pollId: uuid().notNull(),
    sealed: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.pollId] }),
    foreignKey({ columns: [t.schoolId, t.pollId], foreignColumns: [polls.schoolId, polls.id] }).onDelete('cascade'),
  ],
)

export type Poll = typeof polls.$inferSelect
export type PollKind = (typeof pollKinds)[number]
export type Way = (typeof ways)[number]
export type Vote = (typeof votes)[number]
