import { and, asc, eq, gte, isNull, or } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import type { Day } from '#kit/time/day.ts'
import { playbooks, playbookTasks } from '../tables.ts'

const toCome = (today: Day) => or(isNull(playbooks.day), gte(playbooks.day, today))

/** The playbooks she holds for what is still to come. */
export async function playbooksHeld(tx: Tx, { organisationId, personId, today }: From): Promise<Hung[]> {
  const rows = await tx
    .select({ id: playbooks.id, name: playbooks.title })
    .from(playbooks)
    .where(and(eq(playbooks.schoolId, organisationId), eq(playbooks.ownerId, personId), toCome(today)))
    .orderBy(asc(playbooks.title))
  return rows.map((one) => ({ ...one, href: `/draaiboeken/${one.id}`, roles: ['eventmanager'] }))
}

/** What she is to do for it and has not done yet. */
export async function tasksHeld(tx: Tx, { organisationId, personId, today }: From): Promise<Hung[]> {
  const rows = await tx
    .select({ id: playbookTasks.id, what: playbookTasks.what, playbookId: playbooks.id, title: playbooks.title })
    .from(playbookTasks)
    .innerJoin(
      playbooks,
      and(eq(playbooks.schoolId, playbookTasks.schoolId), eq(playbooks.id, playbookTasks.playbookId)),
    )
    .where(
      and(
        ...[eq(playbookTasks.schoolId, organisationId), eq(playbookTasks.doerId, personId)],
        ...[isNull(playbookTasks.doneOn), toCome(today)],
      ),
    )
    .orderBy(asc(playbooks.title), asc(playbookTasks.offset), asc(playbookTasks.place))
  return rows.map(({ id, what, playbookId, title }) => ({
    ...{ id, name: `${title}: ${what}`, href: `/draaiboeken/${playbookId}`, roles: ['eventmanager'] },
  }))
}
