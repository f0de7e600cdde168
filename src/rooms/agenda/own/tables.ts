import { bigint, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { people } from '#rooms/people/door.ts'

/**
 * A calendar of somebody's own, at an address or brought as a file: that it counts, in one organisation where she
 * belongs. What stands in it never comes into the database.
 */
export const calendars = pgTable(
  'calendars',
  {
    organisationId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['address', 'file'] }).notNull(),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index('calendars_by_person').on(t.organisationId, t.personId),
  ],
)

const ofCalendar = () => ({
  organisationId: uuid().notNull(),
  calendarId: uuid().notNull(),
  personId: uuid().notNull(),
})
const troubles = [
  ...['no-address', 'not-https', 'inside', 'too-large', 'slow', 'away', 'refused', 'too-often'],
  ...['not-a-calendar', 'partly', 'sealed'],
] as const
export type TroubleOf = (typeof troubles)[number]

/** Where it is, locked with the secret of the house (kit/vault), and how the last fetching went. In no trail. */
export const calendarSeals = pgTable(
  'calendar_seals',
  {
    ...ofCalendar(),
    /** Null for a file: it came once. */
    sealed: text(),
    dueAt: timestamp({ withTimezone: true }),
    fetchedAt: timestamp({ withTimezone: true }),
    trouble: text({ enum: troubles }),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.calendarId] }),
    foreignKey({
      columns: [t.organisationId, t.calendarId],
      foreignColumns: [calendars.organisationId, calendars.id],
    }).onDelete('cascade'),
  ],
)

/** When she is busy, as pairs of moments in seconds: beginning, end, beginning, end. Nothing else. In no trail. */
export const calendarHours = pgTable(
  'calendar_hours',
  {
    ...ofCalendar(),
    busy: bigint({ mode: 'number' }).array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.calendarId] }),
    index('calendar_hours_by_person').on(t.organisationId, t.personId),
    foreignKey({
      columns: [t.organisationId, t.calendarId],
      foreignColumns: [calendars.organisationId, calendars.id],
    }).onDelete('cascade'),
  ],
)
export type Calendar = typeof calendars.$inferSelect
