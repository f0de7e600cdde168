import { type AnyPgColumn, date, doublePrecision, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const kindsOfOrganisation = ['school', 'board', 'municipality', 'partner'] as const
export const sourcesOfOrganisation = ['duo', 'typed', 'claimed'] as const

/**
 * Who exists. Public facts only, from a public register or from the organisation itself. What a school notes about
 * a partner is not here: that is the school's, in `relations`.
 */
export const organisations = pgTable(
  'organisations',
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text({ enum: kindsOfOrganisation }).notNull(),
    name: text().notNull(),
    /** The type of partner (trade/content/partner-types.json); null for schools and boards. */
    type: text(),
    /** A department of a municipality is part of it. */
    partOf: uuid().references((): AnyPgColumn => organisations.id),
    /** The board that is the controller of this school. */
    boardId: uuid().references((): AnyPgColumn => organisations.id),
    /** The public register's own code: DUO's VESTIGINGSCODE, a board's number as “board:20091”, CBS' “GM0363”. */
    code: text().unique(),
    /** DUO's number of the board, also for boards we know no more of. */
    boardNumber: text(),
    street: text(),
    houseNumber: text(),
    postcode: text(),
    place: text(),
    municipalityCode: text(),
    municipality: text(),
    province: text(),
    denomination: text(),
    website: text(),
    phone: text(),
    holidayRegion: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    source: text({ enum: sourcesOfOrganisation }).notNull(),
    /** Who typed it in or claimed it: only this account's organisation may change it. */
    typedBy: text(),
    goneOn: date(),
    updatedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    index('organisations_by_place').on(t.kind, t.place),
    index('organisations_by_postcode').on(t.postcode),
    index('organisations_by_board').on(t.boardId),
    // Who is near: the kind, for partners the type, and from south to north.
    index('organisations_by_spot').on(t.kind, t.type, t.latitude),
  ],
)

/** The look of a board and its schools: one colour to act with, and its name beside the mark. Seen by everybody. */
export const themes = pgTable('themes', {
  organisationId: uuid()
    .primaryKey()
    .references(() => organisations.id),
  /** As `#rrggbb`; what becomes of it on screen is worked out by #ui/accent.ts. */
  accent: text(),
  /** Shown beside the mark instead of the name of this product. */
  brand: text(),
})
export type Theme = typeof themes.$inferSelect

export type Organisation = typeof organisations.$inferSelect
export type NewOrganisation = typeof organisations.$inferInsert
