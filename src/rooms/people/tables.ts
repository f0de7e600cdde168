import {
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  time,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'

/** A person one can ring. Visible only through a shared organisation or relation. */
export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Her sign-in, once she has one. */
    accountId: text().unique(),
    name: text().notNull(),
    mail: text(),
    phone: text(),
    /** In which language letters to her are, once she chose one; Dutch otherwise. */
    language: text(),
    /** Where we have this from, so that she may know: “lijst team.xlsx, 21 nov 2026”. */
    source: text().notNull(),
    /** The organisation that wrote her down, until she has an account of her own. */
    notedBy: uuid()
      .notNull()
      .references(() => organisations.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('people_by_organisation').on(t.notedBy)],
)

/** One person in one organisation: her roles there, on which days, who stands in, from when until when. */
export const memberships = pgTable(
  'memberships',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Ids of trade/content/roles.json. */
    roles: text().array().notNull(),
    /** Working days, Monday is 1. Empty: we do not know yet. */
    days: integer().array().notNull(),
    deputyId: uuid().references(() => people.id, { onDelete: 'set null' }),
    from: date(),
    until: date(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    unique('one_membership_each').on(t.organisationId, t.personId),
    index('memberships_by_person').on(t.personId),
  ],
)

/** From which day a school, or a board for its schools, asks a second step of its people. No row: it does not. */
export const signInRules = pgTable('sign_in_rules', {
  organisationId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  secondStepFrom: date().notNull(),
})

/** A class. Counts only, never a child. */
export const groups = pgTable(
  'groups',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    /** Year groups, 1 to 8. */
    years: integer().array().notNull(),
    pupils: integer(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), unique('one_group_by_name').on(t.schoolId, t.name)],
)

/** Who teaches which group, on which days. */
export const groupTeachers = pgTable(
  'group_teachers',
  {
    schoolId: uuid().notNull(),
    groupId: uuid().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    days: integer().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.groupId, t.personId] }),
    foreignKey({ columns: [t.schoolId, t.groupId], foreignColumns: [groups.schoolId, groups.id] }).onDelete('cascade'),
  ],
)

/** A room of the building. */
export const spaces = pgTable(
  'spaces',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    note: text(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] }), unique('one_space_by_name').on(t.schoolId, t.name)],
)

/** When the bell goes: the parts of the day, per weekday. */
export const bellTimes = pgTable(
  'bell_times',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    weekday: integer().notNull(),
    from: time().notNull(),
    until: time().notNull(),
    part: text({ enum: ['lesson', 'break', 'lunch'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.weekday, t.from] })],
)

export type Person = typeof people.$inferSelect
export type Membership = typeof memberships.$inferSelect
export type Group = typeof groups.$inferSelect
export type Space = typeof spaces.$inferSelect
export type BellTime = typeof bellTimes.$inferSelect
