import { and, eq } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { dayPlan } from '#rooms/people/door.ts'
import { mayTypeLessons } from './access.ts'
import { lessonsOf } from './queries.ts'
import type { Lesson } from './rules.ts'
import { lessons } from './tables.ts'

type Done = { ok: true } | { ok: false; because: 'not-yours' | 'not-found' }

/** The week of a group, as a whole: what was there before is gone. */
export async function setLessons(tx: Tx, me: Actor, groupId: string, said: readonly Lesson[]): Promise<Done> {
  if (!mayTypeLessons(me)) return { ok: false, because: 'not-yours' }
  const { groups } = await dayPlan(tx, me.organisationId)
  if (!groups.some(({ id }) => id === groupId)) return { ok: false, because: 'not-found' }
  const schoolId = me.organisationId
  await tx.delete(lessons).where(and(eq(lessons.schoolId, schoolId), eq(lessons.groupId, groupId)))
  if (said.length) await tx.insert(lessons).values(said.map((lesson) => ({ schoolId, groupId, ...lesson })))
  return { ok: true }
}

/** The same week as another group, to change from there. */
export async function copyLessons(tx: Tx, me: Actor, groupId: string, from: string): Promise<Done> {
  const there = (await lessonsOf(tx, me.organisationId, from)).map(({ groupId: _, ...lesson }) => lesson)
  return there.length ? setLessons(tx, me, groupId, there) : { ok: false, because: 'not-found' }
}
