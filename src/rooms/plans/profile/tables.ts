import { date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organisations } from '#rooms/organisations/door.ts'
import { relations } from '#rooms/relations/door.ts'

/** Part of the school for which the profile is drawn up: onderbouw, groep 5 and 6. With none the grid is off. */
export const units = pgTable(
  'units',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    place: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
)

/** What every pupil of this school comes to master, in the words of its profile. Of all pupils, never of one. */
export const competences = pgTable(
  'competences',
  {
    schoolId: uuid()
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    place: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.id] })],
)

/** A partner that feeds one competence in one unit, with what it does in a few words. */
export const contributions = pgTable(
  'contributions',
  {
    schoolId: uuid().notNull(),
    unitId: uuid().notNull(),
    competenceId: uuid().notNull(),
    relationId: uuid().notNull(),
    what: text(),
    addedOn: date().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.unitId, t.competenceId, t.relationId] }),
    foreignKey({ columns: [t.schoolId, t.unitId], foreignColumns: [units.schoolId, units.id] }).onDelete('cascade'),
    foreignKey({
      columns: [t.schoolId, t.competenceId],
      foreignColumns: [competences.schoolId, competences.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    index('contributions_by_relation').on(t.schoolId, t.relationId),
  ],
)

export type Unit = typeof units.$inferSelect
export type Competence = typeof competences.$inferSelect
