import { and, eq, or, type SQL } from 'drizzle-orm'
import { type AnyPgColumn, type PgTable, pgPolicy } from 'drizzle-orm/pg-core'
import { always, holds, keeper, me, member, myOrganisation } from '#kit/db/policy.ts'
import { colleagues } from '#rooms/people/door.ts'
import { calendarHours, calendarSeals, calendars } from './tables.ts'

type Owned = PgTable & { organisationId: AnyPgColumn; personId: AnyPgColumn }
const mine = (table: Owned) => and(eq(table.organisationId, myOrganisation), eq(table.personId, me)) as SQL
const ownOnly = (table: Owned, what: string) =>
  [
    pgPolicy(`everybody tends her own ${what}`, {
      for: 'all',
      to: member,
      using: mine(table),
      withCheck: mine(table),
    }).link(table),
    pgPolicy(`the keeper tends ${what}`, { for: 'all', to: keeper, using: always, withCheck: always }).link(table),
  ] as const

export const [ownCalendars, keepCalendars] = ownOnly(calendars, 'calendars')
export const [ownSeals, keepSeals] = ownOnly(calendarSeals, 'calendar addresses')
export const [ownHours, keepHours] = ownOnly(calendarHours, 'busy hours')

// Colleagues of the same school look for a moment with her: they see that she is busy, never what with.
export const colleaguesSeeBusy = pgPolicy('colleagues see that she is busy', {
  for: 'select',
  to: member,
  using: or(and(eq(calendarHours.organisationId, myOrganisation), holds(colleagues)), mine(calendarHours)) as SQL,
}).link(calendarHours)
