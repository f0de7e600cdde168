import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { From, Hung } from '#kit/http/hanging.ts'
import { relations } from '../tables.ts'

type Side = 'ownerId' | 'deputyId'

/** The open lines that she holds; who stands in takes them by nature. */
export const linesHeld = (tx: Tx, from: From): Promise<Hung[]> => linesOn(tx, from, 'ownerId')
/** The open lines on which she stands in for another. */
export const linesStoodInFor = (tx: Tx, from: From): Promise<Hung[]> => linesOn(tx, from, 'deputyId')

async function linesOn(tx: Tx, { organisationId, personId, today }: From, side: Side): Promise<Hung[]> {
  const rows = await tx
    .select({ id: relations.id, name: relations.name, deputyId: relations.deputyId })
    .from(relations)
    .where(
      and(
        eq(relations.schoolId, organisationId),
        eq(relations[side], personId),
        or(isNull(relations.until), gte(relations.until, today)),
      ),
    )
    .orderBy(sql`${relations.name} collate "und-x-icu"`)
  return rows.map(({ id, name, deputyId }) => ({
    ...{ id, name, href: `/netwerk/${id}` },
    ...(side === 'ownerId' ? { next: deputyId } : {}),
  }))
}
