import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { agreements, keepings } from '#rooms/agreements/door.ts'
import { lineFunds } from '#rooms/handovers/door.ts'
import { daysToSettle, isSilent, linesKept, onOnePerson } from '#rooms/network/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { requestsOf } from '#rooms/requests/door.ts'
import { daysEnding, type Signal, type SignalKind } from './rules.ts'
import { tandemPoints, tandems } from './tables.ts'

/** What the other rooms know that the two may want to speak about: names of partners, and nothing else. Three queries. */
export async function signalsNow(tx: Tx, me: Actor, today: Day): Promise<Signal[]> {
  const lines = await linesKept(tx, me.organisationId, today)
  const asked = await requestsOf(tx, me, { part: 'open', today, whole: true, most: 200 })
  const ends = await endingSoon(tx, me.organisationId, today)
  const when = { today, settledBy: dayPlus(today, -daysToSettle) }
  const ours = onOnePerson(lines).filter(({ gaps }) => gaps[0] === 'no-owner' || gaps[0] === 'no-deputy')
  const of = (kind: SignalKind, names: readonly string[]): Signal => ({ kind, names: [...new Set(names)] })
  return [
    of(
      'overdue',
      asked.flatMap(({ overdue, partner }) => (overdue && partner ? [partner] : [])),
    ),
    of('single', namesOf(ours)),
    ...(['promises', 'ending', 'funds'] as const).map((kind) =>
      of(kind, namesOf(ends.filter((one) => one.kind === kind))),
    ),
    of('silent', namesOf(lines.filter((line) => isSilent(line, when)))),
  ]
}

const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

/** Agreements nobody said were kept, lines that end, and money that ends. One query. */
const endingSoon = (tx: Tx, schoolId: string, today: Day) => {
  const by = (kind: keyof typeof daysEnding) => dayPlus(today, daysEnding[kind])
  const open = sql`(r.until is null or r.until >= ${today})`
  return rowsOf<{ kind: SignalKind; name: string }>(
    tx,
    sql`select 'promises' as kind, r.name from ${agreements} a
        join ${relations} r on r.school_id = a.school_id and r.id = a.relation_id
        where a.school_id = ${schoolId} and a.until <= ${by('promises')} and ${open} and not exists (
          select from ${keepings} k where k.school_id = a.school_id and k.agreement_id = a.id)
      union all select 'ending', r.name from ${relations} r
        where r.school_id = ${schoolId} and r.until between ${today} and ${by('ending')}
      union all select 'funds', r.name from ${lineFunds} f
        join ${relations} r on r.school_id = f.school_id and r.id = f.relation_id
        where f.school_id = ${schoolId} and f.ends_on between ${today} and ${by('funds')} and ${open}
      order by 1, 2`,
  )
}

/** Every point, what waits first and in the order it came; of what was settled the last on top. */
export const pointsOf = (tx: Tx, schoolId: string) =>
  tx
    .select()
    .from(tandemPoints)
    .where(eq(tandemPoints.schoolId, schoolId))
    .orderBy(desc(tandemPoints.settledOn), asc(tandemPoints.addedAt))

export async function findPoint(tx: Tx, schoolId: string, id: string) {
  const [point] = await tx
    .select()
    .from(tandemPoints)
    .where(and(eq(tandemPoints.schoolId, schoolId), eq(tandemPoints.id, id)))
  return point
}

export async function chosenDay(tx: Tx, schoolId: string): Promise<Day | null> {
  const [row] = await tx.select({ nextOn: tandems.nextOn }).from(tandems).where(eq(tandems.schoolId, schoolId))
  return row?.nextOn ?? null
}
