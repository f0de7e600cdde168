import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { closedBetween } from '#rooms/days/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { spaces } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { presenceChanges } from '../exceptions/tables.ts'
import { presences } from '../tables.ts'
import { hallHours, hallPartners, hallScreens } from './tables.ts'

const hour = (column: AnyPgColumn) => sql<string>`to_char(${column}, 'HH24:MI')`
export type OnScreen = { title: string; weekday: number; from: string; until: string; place: string | null }

/** As whoever brings the address of a screen: what hangs there this week. Undefined when it is no address. */
export async function screenOf(tx: Tx, digest: string, span: { from: Day; until: Day }) {
  const [screen] = await tx
    .select({ schoolId: hallScreens.schoolId, school: organisations.name })
    .from(hallScreens)
    .innerJoin(organisations, eq(organisations.id, hallScreens.schoolId))
    .where(eq(hallScreens.tokenDigest, digest))
  if (!screen) return undefined
  const shown = [...(await partnersThere(tx, screen.schoolId, span)), ...(await hoursOf(tx, screen.schoolId))]
  const items = shown.sort(
    (a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from) || a.title.localeCompare(b.title),
  )
  return { school: screen.school, items, closed: await closedBetween(tx, screen.schoolId, span) }
}
export type Screen = NonNullable<Awaited<ReturnType<typeof screenOf>>>

/** On the dates of a week: the fixed hours but of who does not come, and who comes extra. */
function partnersThere(tx: Tx, schoolId: string, { from, until }: { from: Day; until: Day }): Promise<OnScreen[]> {
  const agreed = (table: typeof presences | typeof presenceChanges) =>
    and(eq(hallPartners.schoolId, table.schoolId), eq(hallPartners.relationId, table.relationId))
  const room = (table: typeof presences | typeof presenceChanges) =>
    and(eq(spaces.schoolId, table.schoolId), eq(spaces.id, table.spaceId))
  const fixed = tx
    .select({
      ...{ title: hallPartners.name, weekday: presences.weekday, place: spaces.name },
      ...{ from: hour(presences.from), until: hour(presences.until) },
    })
    .from(presences)
    .innerJoin(hallPartners, agreed(presences))
    .leftJoin(spaces, room(presences))
    .where(
      and(
        eq(presences.schoolId, schoolId),
        sql`not exists (select 1 from ${presenceChanges} where ${presenceChanges.schoolId} = ${presences.schoolId}
          and ${presenceChanges.relationId} = ${presences.relationId} and ${presenceChanges.kind} = 'away'
          and ${presenceChanges.day} = ${from}::date + ${presences.weekday} - 1)`,
      ),
    )
  const extra = tx
    .select({
      title: hallPartners.name,
      weekday: sql<number>`extract(isodow from ${presenceChanges.day})::int`,
      place: spaces.name,
      ...{ from: hour(presenceChanges.from), until: hour(presenceChanges.until) },
    })
    .from(presenceChanges)
    .innerJoin(hallPartners, agreed(presenceChanges))
    .leftJoin(spaces, room(presenceChanges))
    .where(
      and(
        eq(presenceChanges.schoolId, schoolId),
        eq(presenceChanges.kind, 'extra'),
        gte(presenceChanges.day, from),
        lte(presenceChanges.day, until),
      ),
    )
  return fixed.unionAll(extra)
}

/** What the school itself holds every week: a coffee morning, an hour at which one can walk in. */
export const hoursOf = (tx: Tx, schoolId: string): Promise<(OnScreen & { id: string })[]> =>
  tx
    .select({
      id: hallHours.id,
      title: hallHours.title,
      weekday: hallHours.weekday,
      from: hour(hallHours.from),
      until: hour(hallHours.until),
      place: hallHours.place,
    })
    .from(hallHours)
    .where(eq(hallHours.schoolId, schoolId))
    .orderBy(asc(hallHours.weekday), asc(hallHours.from))

/** For who arranges the screen: who is in the building and agreed or not, the school's own hours, and whether it is on. */
export async function arrangementOf(tx: Tx, schoolId: string, today: Day) {
  const [screen] = await tx.select().from(hallScreens).where(eq(hallScreens.schoolId, schoolId))
  const partners = await tx
    .selectDistinct({ id: relations.id, name: relations.name, shown: hallPartners.name })
    .from(presences)
    .innerJoin(relations, and(eq(relations.schoolId, presences.schoolId), eq(relations.id, presences.relationId)))
    .leftJoin(
      hallPartners,
      and(eq(hallPartners.schoolId, relations.schoolId), eq(hallPartners.relationId, relations.id)),
    )
    .where(and(eq(presences.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .orderBy(asc(relations.name))
  return { madeAt: screen?.madeAt, partners, hours: await hoursOf(tx, schoolId) }
}
export type Arrangement = Awaited<ReturnType<typeof arrangementOf>>
