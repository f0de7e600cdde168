import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { type Draft, playbooks } from '#rooms/events/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'

export const offerKinds = ['partner', 'text', 'playbook'] as const
export const audiences = ['board', 'near', 'chosen'] as const
export type FaceGiven = { name: string; work: string | null; phone: string | null; mail: string | null }

/**
 * What one school offers others: a copy, made at that moment, of a partner, a text or a playbook. Those it is offered to see this
 * row and nothing behind it. Withdrawn, it is gone; what was taken over stays with who took it.
 */
export const offers = pgTable(
  'offers',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    kind: text({ enum: offerKinds }).notNull(),
    /** A partner: its public facts, and those faces that said yes. */
    name: text(),
    form: text({ enum: ['organisation', 'person', 'group'] }),
    type: text(),
    place: text(),
    postcode: text(),
    website: text(),
    phone: text(),
    levels: text({ enum: ['pupil', 'group', 'organisation'] })
      .array()
      .notNull(),
    faces: jsonb().$type<FaceGiven[]>().notNull(),
    /** A text: “zo doen wij het hier” about one topic. */
    topic: text(),
    body: text(),
    /** A playbook: its tasks and lists, without day, people and partners. Its name is `name`. */
    playbook: jsonb().$type<Draft>(),
    note: text(),
    audience: text({ enum: audiences }).notNull(),
    km: integer(),
    offeredOn: date().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), index('offers_by_id').on(t.id)],
)

/** From what an offer was copied, and by whom. The giving school's alone. */
export const offerSources = pgTable(
  'offer_sources',
  {
    schoolId: uuid().notNull(),
    offerId: uuid().notNull(),
    relationId: uuid(),
    topic: text(),
    playbookId: uuid(),
    offeredBy: uuid().references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.offerId] }),
    foreignKey({ columns: [t.schoolId, t.offerId], foreignColumns: [offers.schoolId, offers.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.schoolId, t.playbookId], foreignColumns: [playbooks.schoolId, playbooks.id] }).onDelete(
      'cascade',
    ),
    unique('one_offer_per_line').on(t.schoolId, t.relationId),
    unique('one_offer_per_topic').on(t.schoolId, t.topic),
    unique('one_offer_per_playbook').on(t.schoolId, t.playbookId),
  ],
)

/** To which schools an offer is made, where they were chosen one by one. */
export const offerSchools = pgTable(
  'offer_schools',
  {
    schoolId: uuid().notNull(),
    offerId: uuid().notNull(),
    toId: uuid()
      .notNull()
      .references(() => organisations.id),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.offerId, t.toId] }),
    foreignKey({ columns: [t.schoolId, t.offerId], foreignColumns: [offers.schoolId, offers.id] }).onDelete('cascade'),
    index('offer_schools_by_receiver').on(t.toId),
  ],
)

/** What this school took over, from whom and when. Its own memory: the offer may be withdrawn meanwhile. */
export const takings = pgTable(
  'takings',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    offerId: uuid().notNull(),
    giver: text().notNull(),
    name: text(),
    topic: text(),
    relationId: uuid(),
    playbookId: uuid(),
    takenBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    takenOn: date().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.offerId] })],
)
export type Offer = typeof offers.$inferSelect
