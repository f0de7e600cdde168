import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { colleaguesOf } from '#rooms/people/door.ts'
import { mayDirect, mayTick } from '../access.ts'
import type { Done } from '../actions.ts'
import { mayNameSomebody } from '../naming/queries.ts'
import { findPlaybook } from '../queries.ts'
import { playbookTasks } from '../tables.ts'
import type { TaskSaid } from './forms.ts'
import { findTask } from './queries.ts'

const no = (because: 'not-found' | 'names' | 'not-ours'): Done => ({ ok: false, because })
const itIs = (me: Actor, id: string) => and(eq(playbookTasks.schoolId, me.organisationId), eq(playbookTasks.id, id))

export async function addTask(tx: Tx, me: Actor, playbookId: string, said: TaskSaid, today: Day): Promise<Done> {
  const playbook = await findPlaybook(tx, me.organisationId, playbookId)
  if (!playbook || !mayDirect(me, playbook)) return no('not-found')
  const wrong = await notRight(tx, me, said, { today })
  if (wrong) return wrong
  const { organisationId: schoolId } = me
  const place = sql<number>`(select coalesce(max(t.place), 0) + 1 from ${playbookTasks} t
    where t.school_id = ${schoolId} and t.playbook_id = ${playbookId})`
  await tx.insert(playbookTasks).values({ schoolId, playbookId, ...said, place })
  return { ok: true, id: playbookId, name: said.what }
}

export async function changeTask(tx: Tx, me: Actor, id: string, said: TaskSaid, today: Day): Promise<Done> {
  const task = await findTask(tx, me.organisationId, id)
  if (!task || !mayDirect(me, task)) return no('not-found')
  const wrong = await notRight(tx, me, said, { today, before: task.doerId })
  if (wrong) return wrong
  await tx.update(playbookTasks).set(said).where(itIs(me, id))
  return { ok: true, id: task.playbookId, name: said.what }
}

export async function removeTask(tx: Tx, me: Actor, id: string): Promise<Done> {
  const task = await findTask(tx, me.organisationId, id)
  if (!task || !mayDirect(me, task)) return no('not-found')
  await tx.delete(playbookTasks).where(itIs(me, id))
  return { ok: true, id: task.playbookId, name: task.what }
}

/** Done, or not after all: by whoever does it, and by who holds the playbook. */
export async function tickTask(tx: Tx, me: Actor, id: string, doneOn: Day | null): Promise<Done> {
  const task = await findTask(tx, me.organisationId, id)
  if (!task || !mayTick(me, task, task)) return no('not-found')
  await tx.update(playbookTasks).set({ doneOn }).where(itIs(me, id))
  return { ok: true, id: task.playbookId, name: task.what }
}

type Given = { today: Day; before?: string | null }
async function notRight(tx: Tx, me: Actor, { what, doerId }: TaskSaid, { today, before }: Given) {
  if (doerId && doerId !== before) {
    const staff = await colleaguesOf(tx, me.organisationId, today)
    if (!staff.some((one) => one.personId === doerId)) return no('not-ours')
  }
  return (await mayNameSomebody(tx, me, what)) ? no('names') : undefined
}
