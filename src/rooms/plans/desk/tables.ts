import { date, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { choices } from '../tables.ts'

/** The readable address of a school's desk. Apart, because it is looked up before anyone knows which school it is. */
export const deskAddresses = pgTable('desk_addresses', {
  address: text().primaryKey(),
  organisationId: uuid()
    .notNull()
    .unique()
    .references(() => organisations.id),
})

/** `declining`: the no is said, and its letter goes in ten minutes; until then it can be taken back. */
export const stages = ['new', 'kept', 'passed', 'declining', 'declined', 'chosen'] as const

/** An offer nobody asked for: who offers what. Removed a year after the answer. */
export const proposals = pgTable(
  'proposals',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    /** By the public form, or typed by the school from a letter or a telephone call. */
    kind: text({ enum: ['form', 'typed'] }).notNull(),
    name: text().notNull(),
    contact: text(),
    mail: text(),
    phone: text(),
    /** Id of trade/content/topics.json. */
    topic: text(),
    what: text().notNull(),
    arrivedOn: date().notNull(),
    stage: text({ enum: stages }).notNull().default('new'),
    /** The colleague it was laid before. */
    passedTo: uuid().references(() => people.id, { onDelete: 'set null' }),
    choiceId: uuid(),
    answeredOn: date(),
    answeredBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.choiceId], foreignColumns: [choices.schoolId, choices.id] }).onDelete(
      'cascade',
    ),
    index('proposals_by_stage').on(t.schoolId, t.stage),
  ],
)
export type Proposal = typeof proposals.$inferSelect
