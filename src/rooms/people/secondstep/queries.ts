import { eq, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { signInRules } from '../tables.ts'

/** From which day her organisation, and its board, ask a second step of everybody. */
export type Asked = { kind: string; ours: Day | null; boards: Day | null }

const askedBy = (id: typeof organisations.id | typeof organisations.boardId) =>
  sql<Day | null>`(select ${signInRules.secondStepFrom}::text from ${signInRules} where ${signInRules.organisationId} = ${id})`

export async function whatIsAsked(tx: Tx, me: Actor): Promise<Asked | undefined> {
  const [asked] = await tx
    .select({ kind: organisations.kind, ours: askedBy(organisations.id), boards: askedBy(organisations.boardId) })
    .from(organisations)
    .where(eq(organisations.id, me.organisationId))
  return asked
}
