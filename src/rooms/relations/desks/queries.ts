import { and, asc, eq, gte, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { type Relation, relations } from '../tables.ts'

const parts = alias(relations, 'parts')

/** Organisations of this school a line may be a department of. One floor deep: a department has none of its own. */
export async function wholesFor(tx: Tx, schoolId: string, today: Day, line?: Pick<Relation, 'id' | 'partOfId'>) {
  const open = or(isNull(relations.until), gte(relations.until, today))
  const hasParts = tx
    .select({ id: parts.id })
    .from(parts)
    .where(and(eq(parts.schoolId, schoolId), eq(parts.partOfId, line?.id ?? schoolId)))
  return tx
    .select({ id: relations.id, name: relations.name })
    .from(relations)
    .where(
      and(
        eq(relations.schoolId, schoolId),
        eq(relations.form, 'organisation'),
        isNull(relations.partOfId),
        line ? and(ne(relations.id, line.id), notExists(hasParts)) : undefined,
        // What stands there now stays a choice, also when that line has ended.
        or(open, line?.partOfId ? eq(relations.id, line.partOfId) : undefined),
      ),
    )
    .orderBy(sql`${relations.name} collate "und-x-icu"`, asc(relations.id))
}

/** Whether this line can be a department of what it says it is part of: of nothing always. */
export async function fitsInWhole(
  tx: Tx,
  schoolId: string,
  id: string,
  { form, partOfId }: { form: Relation['form']; partOfId?: string | null },
): Promise<boolean> {
  if (!partOfId) return true
  if (form !== 'organisation') return false
  const wholes = await wholesFor(tx, schoolId, '0001-01-01' as Day, { id, partOfId })
  return wholes.some((whole) => whole.id === partOfId)
}
