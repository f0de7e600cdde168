import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Lesson } from './rules.ts'
import { lessons } from './tables.ts'

export type LessonOf = Lesson & { groupId: string }

/** The lessons of one group, or of all, in the order of the week. */
export const lessonsOf = (tx: Tx, schoolId: string, groupId?: string): Promise<LessonOf[]> =>
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
    .where(and(eq(lessons.schoolId, schoolId), groupId ? eq(lessons.groupId, groupId) : undefined))
    .orderBy(asc(lessons.weekday), asc(lessons.from))
