import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { HandedOn, Hanging } from '#kit/http/hanging.ts'
import { playbooks, playbookTasks } from '../tables.ts'

type Passed = Awaited<ReturnType<Hanging['handTo']>>

/** As the keeper: another holds this playbook. */
export async function handPlaybook(tx: Tx, { organisationId, id, from, to }: HandedOn): Promise<Passed> {
  const hers = from === null ? isNull(playbooks.ownerId) : eq(playbooks.ownerId, from)
  const handed = await tx
    .update(playbooks)
    .set({ ownerId: to })
    .where(and(eq(playbooks.schoolId, organisationId), eq(playbooks.id, id), hers))
    .returning({ id: playbooks.id })
  return handed.length ? 'handed' : 'gone'
}

/** As the keeper: another does this task. */
export async function handTask(tx: Tx, { organisationId, id, from, to }: HandedOn): Promise<Passed> {
  const hers = from === null ? isNull(playbookTasks.doerId) : eq(playbookTasks.doerId, from)
  const handed = await tx
    .update(playbookTasks)
    .set({ doerId: to })
    .where(and(eq(playbookTasks.schoolId, organisationId), eq(playbookTasks.id, id), hers))
    .returning({ id: playbookTasks.id })
  return handed.length ? 'handed' : 'gone'
}
