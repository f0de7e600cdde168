import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { HandedOn, Hanging } from '#kit/http/hanging.ts'
import { circleMembers, circles } from '../tables.ts'

type Passed = Awaited<ReturnType<Hanging['handTo']>>

/** As the keeper: another leads this circle. */
export async function handCircle(tx: Tx, { organisationId, id, from, to }: HandedOn): Promise<Passed> {
  const handed = await tx
    .update(circles)
    .set({ leadId: to })
    .where(
      and(
        ...[eq(circles.schoolId, organisationId), eq(circles.id, id)],
        from === null ? isNull(circles.leadId) : eq(circles.leadId, from),
      ),
    )
    .returning({ id: circles.id })
  return handed.length ? 'handed' : 'gone'
}

/** As the keeper: another leads that part of the school, in her place. Who sat there already leads it from now on. */
export async function handUnit(tx: Tx, { organisationId, id, from, to }: HandedOn): Promise<Passed> {
  if (from === null) return 'gone'
  const [hers] = await tx
    .delete(circleMembers)
    .where(
      and(
        ...[eq(circleMembers.schoolId, organisationId), eq(circleMembers.circleId, id)],
        eq(circleMembers.personId, from),
      ),
    )
    .returning()
  if (!hers) return 'gone'
  await tx
    .insert(circleMembers)
    .values({ ...hers, personId: to })
    .onConflictDoUpdate({
      target: [circleMembers.schoolId, circleMembers.circleId, circleMembers.personId],
      set: { unit: hers.unit },
    })
  return 'handed'
}
