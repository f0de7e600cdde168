import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { duties } from './tables.ts'

/** My own hours of every week. */
export const dutiesOf = (tx: Tx, { organisationId, personId }: Actor) =>
  tx
    .select({
      ...{ id: duties.id, kind: duties.kind, weekday: duties.weekday },
      from: sql<string>`to_char(${duties.from}, 'HH24:MI')`,
      until: sql<string>`to_char(${duties.until}, 'HH24:MI')`,
    })
    .from(duties)
    .where(and(eq(duties.schoolId, organisationId), eq(duties.personId, personId)))
    .orderBy(asc(duties.weekday), asc(duties.from), asc(duties.id))
export type Duty = Awaited<ReturnType<typeof dutiesOf>>[number]
