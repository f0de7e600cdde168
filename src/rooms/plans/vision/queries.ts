import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { people } from '#rooms/people/door.ts'
import { restraints, type VisionPoint, visionPoints } from './tables.ts'

/** What the school wants, the oldest first; what was retired as well. */
export const visionOf = (tx: Tx, schoolId: string): Promise<VisionPoint[]> =>
  tx
    .select()
    .from(visionPoints)
    .where(eq(visionPoints.schoolId, schoolId))
    .orderBy(asc(visionPoints.addedOn), asc(visionPoints.name))

export const restraintsOf = (tx: Tx, schoolId: string) =>
  tx
    .select({
      topic: restraints.topic,
      reason: restraints.reason,
      decidedOn: restraints.decidedOn,
      by: people.name,
    })
    .from(restraints)
    .leftJoin(people, eq(people.id, restraints.decidedBy))
    .where(eq(restraints.schoolId, schoolId))
    .orderBy(asc(restraints.decidedOn), asc(restraints.topic))
export type RestraintShown = Awaited<ReturnType<typeof restraintsOf>>[number]

/** Whether the school stays away from this theme, and why. */
export async function restraintOn(tx: Tx, schoolId: string, topic: string | null): Promise<string | undefined> {
  if (!topic) return undefined
  const [found] = await tx
    .select({ reason: restraints.reason })
    .from(restraints)
    .where(and(eq(restraints.schoolId, schoolId), eq(restraints.topic, topic)))
  return found?.reason
}
