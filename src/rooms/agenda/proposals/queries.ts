import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { type WeekPlan, weekPlans } from './tables.ts'

export async function findPlan(tx: Tx, schoolId: string, id: string): Promise<WeekPlan | undefined> {
  const [found] = await tx
    .select()
    .from(weekPlans)
    .where(and(eq(weekPlans.schoolId, schoolId), eq(weekPlans.id, id)))
  return found
}
