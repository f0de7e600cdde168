import { bigint, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/**
 * What was written, by whom, per organisation: a chain in which every link carries the digest of the one before.
 * Contents can be erased when their term ends; their digest stays, so the chain still verifies.
 */
export const trail = pgTable(
  'trail',
  {
    schoolId: uuid().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    personId: uuid(),
    /** The token of the program that wrote it in her name. */
    via: uuid(),
    deed: text({ enum: ['insert', 'update', 'delete'] }).notNull(),
    tableName: text().notNull(),
    rowId: text(),
    contents: jsonb(),
    contentsDigest: text().notNull(),
    previous: text().notNull(),
    digest: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.schoolId, t.seq] })],
)

/** The newest link of each chain. Locked while a link is added, so one organisation's writes queue and no other's wait. */
export const trailHeads = pgTable('trail_heads', {
  schoolId: uuid().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  digest: text().notNull(),
})
