import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { HandedOn, Hanging } from '#kit/http/hanging.ts'
import type { Day } from '#kit/time/day.ts'
import { isLeading, mayLead, mayManage } from '../access.ts'
import { groupTeachers, memberships } from '../tables.ts'
import { isTask, withoutTask } from './rules.ts'

type Passed = Awaited<ReturnType<Hanging['handTo']>>

const belongs = (organisationId: string, personId: string) =>
  and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId))

/** As the keeper: another stands in for this colleague; nobody does for herself. */
export async function handStandIn(tx: Tx, { organisationId, id, from, to }: HandedOn): Promise<Passed> {
  if (!from) return 'gone'
  const handed = await tx
    .update(memberships)
    .set({ deputyId: id === to ? null : to })
    .where(and(belongs(organisationId, id), eq(memberships.deputyId, from)))
    .returning({ id: memberships.id })
  return handed.length ? 'handed' : 'gone'
}

/** As the keeper: a task. Who leaves or is away keeps hers meanwhile; who is back has it alone again. */
export async function handTask(tx: Tx, { organisationId, id: task, from, to, how }: HandedOn): Promise<Passed> {
  const rolesOf = async (personId: string) =>
    (await tx.select({ roles: memberships.roles }).from(memberships).where(belongs(organisationId, personId)))[0]?.roles
  const put = (personId: string, roles: string[]) =>
    tx.update(memberships).set({ roles }).where(belongs(organisationId, personId))
  const hers = await rolesOf(to)
  if (!hers || !isTask(task)) return 'gone'
  if (from && how === 'back') {
    // Somebody without any role would see nothing at all.
    const left = withoutTask((await rolesOf(from)) ?? [], task)
    if (left.length) await put(from, left)
  }
  if (hers.includes(task)) return 'shared'
  await put(to, [...hers, task])
  return 'handed'
}

/** As the keeper: another teaches the group, on the same days. With two, the other stays and the days are hers. */
export async function handGroup(tx: Tx, { organisationId, id, from, to, how }: HandedOn): Promise<Passed> {
  const teaches = (personId: string) =>
    and(eq(groupTeachers.schoolId, organisationId), eq(groupTeachers.groupId, id), eq(groupTeachers.personId, personId))
  const [row] = from ? await tx.select().from(groupTeachers).where(teaches(from)) : []
  if (!row) return 'gone'
  const [already] = await tx.select().from(groupTeachers).where(teaches(to))
  if (already) {
    if (how === 'for-good') await tx.delete(groupTeachers).where(teaches(row.personId))
    return 'shared'
  }
  await tx.delete(groupTeachers).where(teaches(row.personId))
  await tx.insert(groupTeachers).values({ ...row, personId: to })
  return 'handed'
}

/** Her last day here, said by who arranges people; of who leads, only by who leads. After it nothing opens any more. */
export async function setLastDay(
  tx: Tx,
  me: Actor,
  { personId, day }: { personId: string; day: Day | null },
): Promise<boolean> {
  if (!mayManage(me)) return false
  const [row] = await tx.select().from(memberships).where(belongs(me.organisationId, personId))
  if (!row || (isLeading(row.roles) && !mayLead(me))) return false
  if (row.until === day) return true
  const set = await tx
    .update(memberships)
    .set({ until: day })
    .where(belongs(me.organisationId, personId))
    .returning({ id: memberships.id })
  return set.length > 0
}
