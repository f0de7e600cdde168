import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { playbooks, playbookTasks } from '../tables.ts'

/** A task with whose playbook it stands in. */
export async function findTask(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select({
      ...{ id: playbookTasks.id, playbookId: playbooks.id, title: playbooks.title, ownerId: playbooks.ownerId },
      ...{ what: playbookTasks.what, offset: playbookTasks.offset, doerId: playbookTasks.doerId },
    })
    .from(playbookTasks)
    .innerJoin(
      playbooks,
      and(eq(playbooks.schoolId, playbookTasks.schoolId), eq(playbooks.id, playbookTasks.playbookId)),
    )
    .where(and(eq(playbookTasks.schoolId, schoolId), eq(playbookTasks.id, id)))
  return found
}
export type TaskFound = NonNullable<Awaited<ReturnType<typeof findTask>>>
