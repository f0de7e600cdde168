import { and, desc, eq, gte, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { type Colleague, colleaguesOf, people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { type Candidate, type ItemState, stateOf } from './rules.ts'
import { type HandoverItem, handoverAnswers, handoverItems, handovers } from './tables.ts'

const [leavers, successors, holders] = [alias(people, 'leavers'), alias(people, 'successors'), alias(people, 'holders')]

const answered = sql<
  { accepted: boolean; at: string; personId: string; note: string | null }[]
>`coalesce((select json_agg(json_build_object('accepted', ${handoverAnswers.accepted}, 'at', ${handoverAnswers.at},
  'personId', ${handoverAnswers.personId}, 'note', ${handoverAnswers.note}) order by ${handoverAnswers.at})
  from ${handoverAnswers} where ${handoverAnswers.schoolId} = ${handoverItems.schoolId}
  and ${handoverAnswers.itemId} = ${handoverItems.id}), '[]'::json)`

const shown = {
  item: handoverItems,
  from: leavers.name,
  successor: successors.name,
  holder: holders.name,
  answers: answered,
}
const items = (tx: Tx) =>
  tx
    .select(shown)
    .from(handoverItems)
    .leftJoin(leavers, eq(leavers.id, handoverItems.fromId))
    .leftJoin(successors, eq(successors.id, handoverItems.successorId))
    .leftJoin(holders, eq(holders.id, handoverItems.holderId))
type Row = Awaited<ReturnType<typeof items>>[number]

/** A thing as pages show it, with its state read from what was said. */
export type ItemRow = HandoverItem & {
  from: string | null
  successor: string | null
  holder: string | null
  state: ItemState
  note: string | null
}
function asRead({ item, answers, ...names }: Row): ItemRow {
  const told = answers.map((answer) => ({ ...answer, at: new Date(answer.at) }))
  return { ...item, ...names, state: stateOf(item, told), note: told.at(-1)?.note ?? null }
}

const inOrder = [handoverItems.kind, sql`${handoverItems.name} collate "und-x-icu"`] as const

export const itemsOf = async (tx: Tx, schoolId: string, handoverId: string): Promise<ItemRow[]> =>
  (
    await items(tx)
      .where(and(eq(handoverItems.schoolId, schoolId), eq(handoverItems.handoverId, handoverId)))
      .orderBy(...inOrder)
  ).map(asRead)

export async function findItem(tx: Tx, schoolId: string, id: string): Promise<ItemRow | undefined> {
  const [row] = await items(tx).where(and(eq(handoverItems.schoolId, schoolId), eq(handoverItems.id, id)))
  return row && asRead(row)
}

/** What I am asked to take over, and have not answered. One query. */
export async function askedOfMe(tx: Tx, me: Actor): Promise<ItemRow[]> {
  const rows = await items(tx)
    .where(
      and(
        eq(handoverItems.schoolId, me.organisationId),
        eq(handoverItems.successorId, me.personId),
        isNotNull(handoverItems.askedAt),
      ),
    )
    .orderBy(...inOrder)
  return rows.map(asRead).filter(({ state }) => state === 'asked')
}

/** Somebody asked to stand in on this line, outside any sitting. */
export const deputiesAsked = async (tx: Tx, schoolId: string): Promise<ItemRow[]> =>
  (
    await items(tx)
      .where(and(eq(handoverItems.schoolId, schoolId), isNull(handoverItems.handoverId)))
      .orderBy(handoverItems.askedAt)
  ).map(asRead)

const sittings = (tx: Tx) =>
  tx
    .select({ sitting: handovers, name: leavers.name, holder: holders.name })
    .from(handovers)
    .innerJoin(leavers, eq(leavers.id, handovers.personId))
    .leftJoin(holders, eq(holders.id, handovers.heldBy))
export type Sitting = Awaited<ReturnType<typeof sittings>>[number]

export async function findSitting(tx: Tx, schoolId: string, id: string): Promise<Sitting | undefined> {
  const [found] = await sittings(tx).where(and(eq(handovers.schoolId, schoolId), eq(handovers.id, id)))
  return found
}

/** The sitting for this colleague that is not over: she is not back. */
export async function openSittingOf(tx: Tx, schoolId: string, personId: string): Promise<Sitting | undefined> {
  const [found] = await sittings(tx).where(
    and(eq(handovers.schoolId, schoolId), eq(handovers.personId, personId), isNull(handovers.returnedAt)),
  )
  return found
}

/** Sittings that I may see and that are not over, the newest first. */
export const openSittings = (tx: Tx, schoolId: string): Promise<Sitting[]> =>
  sittings(tx)
    .where(and(eq(handovers.schoolId, schoolId), isNull(handovers.returnedAt)))
    .orderBy(desc(handovers.startedAt))

/** Everybody here with how many open lines she holds. Two queries. */
export async function candidates(tx: Tx, schoolId: string, today: Day): Promise<(Colleague & Candidate)[]> {
  const here = await colleaguesOf(tx, schoolId, today)
  const held = await tx
    .select({ ownerId: relations.ownerId, lines: sql<number>`count(*)::int` })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .groupBy(relations.ownerId)
  const lines = new Map(held.map((row) => [row.ownerId, row.lines]))
  return here.map((one) => ({ ...one, lines: lines.get(one.personId) ?? 0 }))
}

/** As the keeper: sittings whose day has come. */
export const dueSittings = (tx: Tx, today: Day): Promise<{ schoolId: string; id: string }[]> =>
  tx
    .select({ schoolId: handovers.schoolId, id: handovers.id })
    .from(handovers)
    .where(and(isNull(handovers.settledAt), isNull(handovers.returnedAt), sql`${handovers.fallsOn} < ${today}`))

/** As the keeper: for a letter. */
export async function toWrite(tx: Tx, personId: string): Promise<{ name: string; mail: string | null } | undefined> {
  const [found] = await tx.select({ name: people.name, mail: people.mail }).from(people).where(eq(people.id, personId))
  return found
}

/** One deed at a time for each thing, also when two press at once. */
export const oneAtATime = (tx: Tx, id: string) =>
  rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7244))`)
