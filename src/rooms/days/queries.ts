import { and, asc, eq, gte, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { holidays } from './content/holidays.ts'
import {
  type Closed,
  closedIn,
  type Kept,
  type Line,
  linesOfYear,
  offIn,
  type Region,
  regionOf,
  type Span,
  type Year,
} from './rules.ts'
import { schoolDays, schoolRegions } from './tables.ts'

/** What a school says of its days between two, and its region: one question. */
export async function yearOf(tx: Tx, schoolId: string, { from, until }: Span): Promise<Year> {
  const rows = await tx
    .select({ register: organisations.holidayRegion, own: schoolRegions.region, day: schoolDays })
    .from(organisations)
    .leftJoin(schoolRegions, eq(schoolRegions.schoolId, organisations.id))
    .leftJoin(
      schoolDays,
      and(eq(schoolDays.schoolId, organisations.id), gte(schoolDays.until, from), lte(schoolDays.from, until)),
    )
    .where(eq(organisations.id, schoolId))
    .orderBy(asc(schoolDays.from), asc(schoolDays.id))
  return {
    region: rows[0]?.own ?? regionOf(rows[0]?.register),
    kept: rows.flatMap(({ day }) => (day ? [day] : [])),
  }
}

/** Every weekday between two on which the school is closed, and why. */
export const closedBetween = async (tx: Tx, schoolId: string, span: Span): Promise<Closed[]> =>
  closedIn(holidays, await yearOf(tx, schoolId, span), span)

/** What the same is reckoned from, as a column inside another question: read by `closedOf`. */
export const yearInside = (schoolId: string, { from, until }: Span): SQL<Found> => sql<Found>`(select json_build_object(
    'register', o.holiday_region, 'own', (select r.region from ${schoolRegions} r where r.school_id = o.id),
    'kept', (select coalesce(json_agg(json_build_object('kind', d.kind, 'title', d.title, 'from', d."from", 'until', d.until)
      order by d."from", d.id), '[]'::json) from ${schoolDays} d
      where d.school_id = o.id and d.until >= ${from} and d."from" <= ${until}))
  from ${organisations} o where o.id = ${schoolId})`
type Found = { register: string | null; own: Region | null; kept: Kept[] }
export const closedOf = ({ register, own, kept }: Found, span: Span): Closed[] =>
  closedIn(holidays, { region: own ?? regionOf(register), kept }, span)

/** The same for one day, as a condition inside another question. */
export function isOpenOn(schoolId: string, day: Day): SQL {
  const kept = (kinds: SQL) => sql`exists (select 1 from ${schoolDays} where ${schoolDays.schoolId} = ${schoolId}
    and ${schoolDays.kind} in ${kinds} and ${day} between ${schoolDays.from} and ${schoolDays.until})`
  const off = offIn(holidays, day)
  const region = sql`coalesce((select ${schoolRegions.region} from ${schoolRegions} where ${schoolRegions.schoolId} = ${schoolId}),
    (select lower(${organisations.holidayRegion}) from ${organisations} where ${organisations.id} = ${schoolId}), '')`
  const isOff = off === 'all' ? sql`true` : or(sql`false`, ...off.map((one) => sql`${region} = ${one}`))
  return sql`(not ${kept(sql`('study', 'free')`)} and (${kept(sql`('open')`)} or not ${isOff}))`
}

/** The year from top to bottom, as the page shows it. */
export const yearPlanOf = async (tx: Tx, schoolId: string, span: Span): Promise<Line[]> =>
  linesOfYear(holidays, await yearOf(tx, schoolId, span), span)

export async function findDay(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select()
    .from(schoolDays)
    .where(and(eq(schoolDays.schoolId, schoolId), eq(schoolDays.id, id)))
  return found
}
