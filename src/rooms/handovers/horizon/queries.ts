import { and, between, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { fundsEnding } from '../funds/queries.ts'
import { candidates } from '../queries.ts'
import { aTermAhead, type Ending } from './rules.ts'

/** What ends between today and a term ahead: lines, faces at partners, money, colleagues. Four queries. */
export async function endingsOf(tx: Tx, schoolId: string, today: Day): Promise<Ending[]> {
  const soon = [today, aTermAhead(today)] as const
  const ends = await rowsOf<{ id: string; line: string; face: string | null; day: Day }>(
    tx,
    sql`select ${relations.id} as id, ${relations.name} as line, null as face, ${relations.until}::text as day
      from ${relations} where ${and(eq(relations.schoolId, schoolId), between(relations.until, ...soon))}
      union all select ${relations.id}, ${relations.name}, ${faces.name}, ${faces.leftOn}::text
      from ${faces} join ${relations} on ${relations.schoolId} = ${faces.schoolId} and ${relations.id} = ${faces.relationId}
      where ${and(eq(faces.schoolId, schoolId), between(faces.leftOn, ...soon))}`,
  )
  const money = await fundsEnding(tx, schoolId, ...soon)
  const staff = await candidates(tx, schoolId, today)
  return [
    ...ends.map(({ id, line, face, day }) => ({
      href: `/netwerk/${id}`,
      day,
      ...(face === null ? { kind: 'line' as const, name: line } : { kind: 'face' as const, name: face, line }),
    })),
    ...money.map(({ fund, partner }) => ({
      ...{ kind: 'money' as const, name: fund.name, day: fund.endsOn, line: partner },
      href: `/netwerk/${fund.relationId}/geld`,
    })),
    ...staff
      .filter(({ until }) => until !== null && until <= soon[1])
      .map(({ personId, name, until, lines: held }) => ({
        ...{ kind: 'colleague' as const, name, day: until ?? today, lines: held },
        href: `/school/mensen/${personId}`,
      })),
  ]
}

/** For each open line how many faces are there now, and how many went in which year. One query. */
export const facesThatLeft = (tx: Tx, schoolId: string, today: Day) =>
  tx
    .select({
      ...{ id: relations.id, name: relations.name },
      year: sql<number | null>`extract(year from ${faces.leftOn})::int`,
      left: sql<number>`count(*)::int`,
      now: sql<number>`(select count(*)::int from faces f where f.school_id = ${relations.schoolId}
        and f.relation_id = ${relations.id} and (f.left_on is null or f.left_on > ${today}))`,
    })
    .from(relations)
    .innerJoin(faces, and(eq(faces.schoolId, relations.schoolId), eq(faces.relationId, relations.id)))
    .where(
      and(
        eq(relations.schoolId, schoolId),
        or(isNull(relations.until), gte(relations.until, today)),
        sql`${faces.leftOn} <= ${today}`,
      ),
    )
    .groupBy(relations.schoolId, relations.id, relations.name, sql`extract(year from ${faces.leftOn})`)
    .orderBy(sql`${relations.name} collate "und-x-icu"`, sql`3`)
