import {
  boolean,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'

const moment = () => timestamp({ withTimezone: true })
const somebody = () => uuid().references(() => people.id, { onDelete: 'set null' })

/** One sitting: a colleague leaves, or is away for a while. Never why she is. */
export const handovers = pgTable(
  'handovers',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** She leaves; otherwise she comes back. */
    lasting: boolean().notNull(),
    lastDay: date().notNull(),
    /** When she is expected back, if anybody knows. */
    backOn: date(),
    /** On this day what nobody answered for falls to who stands in. */
    fallsOn: date().notNull(),
    /** Who holds the sitting: what is declined comes back here. */
    heldBy: somebody(),
    startedAt: moment().notNull().defaultNow(),
    /** The day has come: what was left has fallen, and what lay between two is closed. */
    settledAt: moment(),
    /** She is back, or stays after all. */
    returnedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('handovers_by_person').on(t.schoolId, t.personId)],
)

/** One thing that hangs on her: who is asked to take it, and who has it now. */
export const handoverItems = pgTable(
  'handover_items',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    /** Null when it belongs to no sitting: somebody is asked to stand in. */
    handoverId: uuid(),
    /** Which room and what (its nameplate), and the thing’s own id there. */
    kind: text().notNull(),
    thing: text().notNull(),
    name: text().notNull(),
    href: text(),
    /** Opens more than one’s own: only who arranges people asks for it. */
    arranged: boolean().notNull().default(false),
    fromId: somebody(),
    /** Who takes it by nature. */
    nextId: somebody(),
    askedBy: somebody(),
    successorId: somebody(),
    askedAt: moment(),
    /** Who has it now; null while nobody has. */
    holderId: somebody(),
    movedAt: moment(),
    /** Whoever took it had it already, so that nothing is taken back from her. */
    shared: boolean().notNull().default(false),
    /** It was hers no more when it was to be handed on. */
    goneAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.handoverId], foreignColumns: [handovers.schoolId, handovers.id] }).onDelete(
      'cascade',
    ),
    unique('one_item_by_thing').on(t.schoolId, t.handoverId, t.kind, t.thing),
    index('handover_items_by_successor').on(t.schoolId, t.successorId),
  ],
)

/** What who was asked said; added to, never changed. */
export const handoverAnswers = pgTable(
  'handover_answers',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    itemId: uuid().notNull(),
    /** Who was asked… */
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** …and who wrote it down: she herself, or for who has no account, who asked her. */
    saidBy: somebody(),
    accepted: boolean().notNull(),
    note: text(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({
      columns: [t.schoolId, t.itemId],
      foreignColumns: [handoverItems.schoolId, handoverItems.id],
    }).onDelete('cascade'),
    index('handover_answers_by_item').on(t.schoolId, t.itemId),
  ],
)

export type Handover = typeof handovers.$inferSelect
export type HandoverItem = typeof handoverItems.$inferSelect
export type HandoverAnswer = typeof handoverAnswers.$inferSelect
