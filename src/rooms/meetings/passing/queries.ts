import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { overAt } from '../series/queries.ts'
import { meetings } from '../tables.ts'

/** Meetings she made that are still to come: somebody must choose the moment, or move it. */
export const meetingsMadeBy = async (tx: Tx, { organisationId, personId }: From): Promise<Hung[]> =>
  (
    await tx
      .select({ id: meetings.id, name: meetings.title })
      .from(meetings)
      .where(
        and(
          eq(meetings.schoolId, organisationId),
          eq(meetings.madeBy, personId),
          isNull(meetings.cancelledAt),
          or(isNull(meetings.endsAt), gt(overAt, sql`now()`)),
        ),
      )
      .orderBy(meetings.createdAt)
  ).map(({ id, name }) => ({ id, name, href: `/bijeenkomsten/${id}` }))
