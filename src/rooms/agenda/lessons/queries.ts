import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import type { Lesson } from './rules.ts'
import { lessons } from './tables.ts'

export type LessonOf = Lesson & { groupId: string; since?: Day | null; ends?: Day | null }

/** The lessons of one group, or of all, as they are in one week and in its order. */
export const lessonsOf = (tx: Tx, schoolId: string, monday: Day, groupId?: string): Promise<LessonOf[]> =>
  tx
    .select({
      groupId: lessons.groupId,
      weekday: lessons.weekday,
      from: sql<string>`to_char(${lessons.from}, 'HH24:MI')`,
      until: sql<string>`to_char(${lessons.until}, 'HH24:MI')`,
      subject: lessons.subject,
      protected: lessons.protected,
    })
    .from(lessons)
    .where(
      and(
        eq(lessons.schoolId, schoolId),
        groupId ? eq(lessons.groupId, groupId) : undefined,
        or(isNull(lessons.since), lte(lessons.since, dayPlus(monday, 6))),
        or(isNull(lessons.ends), gte(lessons.ends, monday)),
      ),
    )
    .orderBy(asc(lessons.weekday), asc(lessons.from))
