import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'

export const forms = ['organisation', 'person', 'group'] as const
export const levels = ['pupil', 'group', 'organisation'] as const
export const scales = ['building', 'wijk', 'gemeente', 'regio', 'landelijk'] as const
export const obligations = ['law', 'population', 'choice'] as const

/**
 * The short line between a school and a partner: an organisation, a neighbour, a group, a person on her own. It is
 * the school's own note and is never matched with another school's. When the partner has claimed its organisation,
 * `organisationId` points there and both sides see this row (but not the reasons below).
 */
export const relations = pgTable(
  'relations',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    organisationId: uuid().references(() => organisations.id),
    name: text().notNull(),
    form: text({ enum: forms }).notNull().default('organisation'),
    /** The line of the same school this one is a department of: the municipality of its attendance officers. */
    partOfId: uuid(),
    /** Id of trade/content/partner-types.json, or null while nobody has said. */
    type: text(),
    place: text(),
    postcode: text(),
    website: text(),
    phone: text(),
    /** How soon one usually hears back, in the words of the partner or the school. Never measured. */
    reply: text(),
    levels: text({ enum: levels }).array().notNull(),
    scale: text({ enum: scales }),
    since: date(),
    until: date(),
    /** The colleague who holds the line, and who stands in for her. */
    ownerId: uuid().references(() => people.id, { onDelete: 'set null' }),
    deputyId: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** When somebody last said that this card is right. */
    assuredOn: date(),
    assuredBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    // Written by hand in 0033: only `part_of_id` is emptied when the whole goes.
    foreignKey({ columns: [t.schoolId, t.partOfId], foreignColumns: [t.schoolId, t.id] }).onDelete('set null'),
    check('relations_not_part_of_itself', sql`${t.partOfId} <> ${t.id}`),
    index('relations_by_whole').on(t.schoolId, t.partOfId),
    index('relations_by_name').on(t.schoolId, t.name),
    index('relations_by_type').on(t.schoolId, t.type),
    index('relations_by_organisation').on(t.organisationId),
  ],
)

/** Why the school keeps this line. The school's alone. */
export const reasons = pgTable(
  'reasons',
  {
    schoolId: uuid().notNull(),
    relationId: uuid().notNull(),
    obligation: text({ enum: obligations }),
    legalNote: text(),
    /** At most three ids of trade/content/motives.json. */
    motives: text().array().notNull(),
    about: text(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** A fixed face at the partner. Rank 0 is the first to ring, 1 stands in, and so on. */
export const faces = pgTable(
  'faces',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    rank: integer().notNull(),
    name: text().notNull(),
    work: text(),
    phone: text(),
    mail: text(),
    days: integer().array().notNull(),
    /** Best moment to ring, in a few words. */
    moment: text(),
    /** Where we have this from: people may ask, and may correct it. */
    source: text().notNull(),
    /** Removed a year after this day. */
    leftOn: date(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('faces_by_relation').on(t.schoolId, t.relationId, t.rank),
  ],
)

export type Relation = typeof relations.$inferSelect
export type Reason = typeof reasons.$inferSelect
export type Face = typeof faces.$inferSelect
