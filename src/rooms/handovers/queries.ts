import { and, desc, eq, gte, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import { rowsOf, type Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { type Colleague, colleaguesOf, people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import type { PartingRow } from './partings/queries.ts'
import { stateOf as stateOfParting, waitsOnUs } from './partings/rules.ts'
import { partingAnswers, partingLinks, partings } from './partings/tables.ts'
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

// The lines themselves first: they are what a school fears to lose.
const inOrder = [
  sql`${handoverItems.kind} <> 'relations.owner'`,
  handoverItems.kind,
  sql`${handoverItems.name} collate "und-x-icu"`,
] as const

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

type Told = { accepted: boolean; at: string; personId: string }
type AskedFacts = { successorId: string; askedAt: string; goneAt: string | null; answers: Told[] }
type PartingFacts = Omit<PartingRow, 'id' | 'ownerId' | 'deputyId' | 'state'> & {
  confirmedOn: Day | null
  successorId: string | null
  settledAt: string | null
  answers: number
  asked: number
}
export type WaitingParting = Pick<PartingRow, 'relationId' | 'faceId' | 'name' | 'partner' | 'stopsOn'>

/** For Vandaag: how much I am asked to take over, and who stops at a partner of mine. By the rules of the pages. One query. */
export async function waitsOnMe(tx: Tx, me: Actor, today: Day) {
  const asked = sql`select 'item' as kind, jsonb_build_object('successorId', i.successor_id, 'askedAt', i.asked_at,
      'goneAt', i.gone_at, 'answers', (select coalesce(jsonb_agg(jsonb_build_object('accepted', a.accepted, 'at', a.at,
        'personId', a.person_id)), '[]') from ${handoverAnswers} a where a.school_id = i.school_id and a.item_id = i.id)) as facts
    from ${handoverItems} i where i.school_id = ${me.organisationId} and i.successor_id = ${me.personId} and i.asked_at is not null`
  const stops = sql`select 'parting' as kind, jsonb_build_object('relationId', p.relation_id, 'faceId', p.face_id, 'name', f.name,
      'partner', r.name, 'stopsOn', p.stops_on, 'confirmedOn', p.confirmed_on, 'successorId', p.successor_id,
      'settledAt', p.settled_at, 'answers', (select count(*) from ${partingAnswers} a where a.school_id = p.school_id
        and a.parting_id = p.id), 'asked', (select count(*) from ${partingLinks} l where l.school_id = p.school_id
        and l.parting_id = p.id)) as facts
    from ${partings} p join ${faces} f on f.school_id = p.school_id and f.id = p.face_id
    join ${relations} r on r.school_id = p.school_id and r.id = p.relation_id
    where p.school_id = ${me.organisationId} and coalesce(r.owner_id, r.deputy_id) = ${me.personId}
      and (r.until is null or r.until >= ${today})`
  type Row = { kind: 'item'; facts: AskedFacts } | { kind: 'parting'; facts: PartingFacts }
  const rows = await rowsOf<Row>(tx, sql`${asked} union all ${stops}`)
  const when = (text: string | null) => (text ? new Date(text) : null)
  const isAsked = ({ successorId, askedAt, goneAt, answers }: AskedFacts) =>
    stateOf(
      { successorId, askedAt: when(askedAt), goneAt: when(goneAt) },
      answers.map((one) => ({ ...one, at: new Date(one.at) })),
    ) === 'asked'
  const waits = ({ confirmedOn, successorId, settledAt, answers, asked: links }: PartingFacts) =>
    waitsOnUs(stateOfParting({ confirmedOn, successorId, settledAt: when(settledAt) }, { answers, asked: links }))
  return {
    toTakeOver: rows.filter((row) => row.kind === 'item' && isAsked(row.facts)).length,
    partings: rows.flatMap((row): WaitingParting[] => (row.kind === 'parting' && waits(row.facts) ? [row.facts] : [])),
  }
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
export async function toWrite(tx: Tx, personId: string) {
  const [found] = await tx
    .select({ name: people.name, mail: people.mail, language: people.language })
    .from(people)
    .where(eq(people.id, personId))
  return found
}

/** One deed at a time for each thing, also when two press at once. */
export const oneAtATime = (tx: Tx, id: string) =>
  rowsOf(tx, sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7244))`)
