import { date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { eventKinds } from './rules.ts'

/** How a school does one of its big days: for which day, who has it, what is needed and what to look out for. */
export const playbooks = pgTable(
  'playbooks',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    title: text().notNull(),
    kind: text({ enum: eventKinds }).notNull(),
    /** No day yet: the tasks stand in order, without dates. */
    day: date(),
    ownerId: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** One thing a line, all three. */
    materials: text(),
    risks: text(),
    remarks: text(),
    /** Kinds of partner that belong to such a day, whether the school has them or not. */
    partnerTypes: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    index('playbooks_by_day').on(t.schoolId, t.day),
    index('playbooks_by_owner').on(t.schoolId, t.ownerId),
  ],
)

/** What somebody does, so many days before or after the day. */
export const playbookTasks = pgTable(
  'playbook_tasks',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    playbookId: uuid().notNull(),
    what: text().notNull(),
    /** In days from the day: −42 is six weeks before, 0 the day itself. The date is reckoned, never kept. */
    offset: integer().notNull(),
    doerId: uuid().references(() => people.id, { onDelete: 'set null' }),
    doneOn: date(),
    /** As they were written down, among those of one moment. */
    place: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.playbookId], foreignColumns: [playbooks.schoolId, playbooks.id] }).onDelete(
      'cascade',
    ),
    index('playbook_tasks_in_order').on(t.schoolId, t.playbookId, t.offset, t.place),
    index('playbook_tasks_by_doer').on(t.schoolId, t.doerId),
  ],
)

/** The partners that take part: lines of the school, with when and where they come. */
export const playbookPartners = pgTable(
  'playbook_partners',
  { schoolId: uuid().notNull(), playbookId: uuid().notNull(), relationId: uuid().notNull(), note: text() },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.playbookId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.playbookId], foreignColumns: [playbooks.schoolId, playbooks.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('playbook_partners_by_relation').on(t.schoolId, t.relationId),
  ],
)

export type Playbook = typeof playbooks.$inferSelect
export type PlaybookTask = typeof playbookTasks.$inferSelect
