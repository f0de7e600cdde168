import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { type WeekPlan, weekPlans } from './tables.ts'

export async function findPlan(tx: Tx, schoolId: string, id: string): Promise<WeekPlan | undefined> {
  const [found] = await tx
    .select()
    .from(weekPlans)
    .where(and(eq(weekPlans.schoolId, schoolId), eq(weekPlans.id, id)))
  return found
}

/** The one the machine thinks of, or will. After a while it is not believed any more: something went wrong. */
export async function underWay(tx: Tx, schoolId: string) {
  const [found] = await tx
    .select({ id: weekPlans.id, monday: weekPlans.monday })
    .from(weekPlans)
    .where(
      and(
        ...[eq(weekPlans.schoolId, schoolId), isNull(weekPlans.doneAt)],
        sql`${weekPlans.askedAt} > now() - interval '5 minutes'`,
      ),
    )
    .limit(1)
  return found
}
