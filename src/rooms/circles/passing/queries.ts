import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { circleMembers, circles } from '../tables.ts'

/** The circles she leads. Who else sits in it is on its page. */
export async function circlesLed(tx: Tx, { organisationId, personId }: From): Promise<Hung[]> {
  const rows = await tx
    .select({ id: circles.id, name: circles.name })
    .from(circles)
    .where(and(eq(circles.schoolId, organisationId), eq(circles.leadId, personId)))
    .orderBy(asc(circles.name))
  return rows.map((circle) => ({ ...circle, href: `/kennisgroepen/${circle.id}` }))
}

/** Where she leads a part of the school. Only sitting in a circle is hers alone, and goes with her. */
export async function unitsLed(tx: Tx, { organisationId, personId }: From): Promise<Hung[]> {
  const rows = await tx
    .select({ id: circles.id, name: circles.name, unit: circleMembers.unit })
    .from(circleMembers)
    .innerJoin(circles, and(eq(circles.schoolId, circleMembers.schoolId), eq(circles.id, circleMembers.circleId)))
    .where(
      and(
        ...[eq(circleMembers.schoolId, organisationId), eq(circleMembers.personId, personId)],
        isNotNull(circleMembers.unit),
      ),
    )
    .orderBy(asc(circles.name))
  return rows.map(({ id, name, unit }) => ({ id, name: `${name}, ${unit}`, href: `/kennisgroepen/${id}` }))
}
