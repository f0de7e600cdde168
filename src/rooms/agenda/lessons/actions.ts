import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { insertMany } from '#kit/db/many.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { dayPlan } from '#rooms/people/door.ts'
import { clock } from '../rules.ts'
import { mayTypeLessons } from './access.ts'
import { lessonsOf } from './queries.ts'
import type { Lesson } from './rules.ts'
import { type LessonRow, lessons } from './tables.ts'

type Done = { ok: true } | { ok: false; because: 'not-yours' | 'not-found' }

/**
 * The week of a group, as a whole, from a Monday on: what was before is kept, because what the group missed then is
 * counted by it. Without a Monday it has always been so: a mistake is put right.
 */
export async function setLessons(
  tx: Tx,
  me: Actor,
  groupId: string,
  said: readonly Lesson[],
  since: Day | null = null,
): Promise<Done> {
  if (!mayTypeLessons(me)) return { ok: false, because: 'not-yours' }
  const { groups } = await dayPlan(tx, me.organisationId)
  if (!groups.some(({ id }) => id === groupId)) return { ok: false, because: 'not-found' }
  const schoolId = me.organisationId
  const ofGroup = and(eq(lessons.schoolId, schoolId), eq(lessons.groupId, groupId))
  const there = since ? await tx.select().from(lessons).where(ofGroup) : []
  if (!since) await tx.delete(lessons).where(ofGroup)
  const wished = new Set(said.map(keyOf))
  const now = there.filter(({ ends }) => !ends || ends >= (since ?? ''))
  const [fresh, former] = parted(
    now.filter((one) => !wished.has(keyOf(one))),
    (one) => (one.since ?? '') >= (since ?? ''),
  )
  if (since && fresh.length) await tx.delete(lessons).where(and(ofGroup, inArray(lessons.id, fresh)))
  if (since && former.length)
    await tx
      .update(lessons)
      .set({ ends: dayPlus(since, -1) })
      .where(and(ofGroup, inArray(lessons.id, former)))
  const stays = new Set(now.map(keyOf))
  const added = said.filter((one) => !stays.has(keyOf(one)))
  // What is typed for the first time has been so all year.
  const from = there.length ? since : null
  if (added.length) await tx.insert(lessons).values(added.map((one) => ({ schoolId, groupId, ...one, since: from })))
  return { ok: true }
}

const keyOf = ({ weekday, from, until, subject, protected: kept }: Lesson) =>
  [weekday, clock(from), clock(until), subject, kept].join()

function parted(rows: readonly LessonRow[], isFirst: (row: LessonRow) => boolean): [string[], string[]] {
  const ids = (wanted: boolean) => rows.filter((row) => isFirst(row) === wanted).map(({ id }) => id)
  return [ids(true), ids(false)]
}

/** The same week as another group, to change from there. */
export async function copyLessons(tx: Tx, me: Actor, groupId: string, from: string, monday: Day): Promise<Done> {
  const found = await lessonsOf(tx, me.organisationId, monday, from)
  const there = found.map(({ weekday, from, until, subject, protected: kept }) => {
    return { weekday, from, until, subject, protected: kept }
  })
  return there.length ? setLessons(tx, me, groupId, there, monday) : { ok: false, because: 'not-found' }
}

/** As the keeper: lessons that were invented, many at once. */
export const inventedLessons = (tx: Tx, rows: readonly (typeof lessons.$inferInsert)[]) => insertMany(tx, lessons, rows)
