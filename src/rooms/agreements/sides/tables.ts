import { date, foreignKey, index, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { sides } from '../tables.ts'

/**
 * Two sides of one table: who one is and how one works together. First what both say of themselves, then what makes the
 * work flow. Both sides read both columns; nobody else of another school or partner does.
 */
export const tableSides = pgTable(
  'table_sides',
  {
    schoolId: uuid().notNull(),
    relationId: uuid().notNull(),
    side: text({ enum: sides }).notNull(),
    does: text(),
    never: text(),
    judged: text(),
    needs: text(),
    wants: text(),
    gains: text(),
    hears: text(),
    deputises: text(),
    drops: text(),
    filledOn: date().notNull(),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    /** Who filled it in, as she was called then. */
    byName: text(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.relationId, t.side] }),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** A personal link to one table, for a partner without an account. Here is its digest only. */
export const tableLinks = pgTable(
  'table_links',
  {
    schoolId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    relationId: uuid().notNull(),
    faceId: uuid(),
    name: text().notNull(),
    mail: text().notNull(),
    schoolName: text().notNull(),
    partnerName: text().notNull(),
    tokenDigest: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.schoolId, t.id] }),
    unique('one_table_link_by_token').on(t.schoolId, t.tokenDigest),
    foreignKey({ columns: [t.schoolId, t.relationId], foreignColumns: [relations.schoolId, relations.id] }).onDelete(
      'cascade',
    ),
    // Whose face leaves the card, her link ends with it.
    foreignKey({ columns: [t.schoolId, t.faceId], foreignColumns: [faces.schoolId, faces.id] }).onDelete('cascade'),
    index('table_links_by_relation').on(t.schoolId, t.relationId),
    index('table_links_by_token').on(t.tokenDigest),
  ],
)

export type TableSide = typeof tableSides.$inferSelect
export type TableLink = typeof tableLinks.$inferSelect
