import { and, asc, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { presences } from '#rooms/agenda/door.ts'
import { agreements, aims, contactMoments, keepings, manners } from '#rooms/agreements/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { chosenForLine } from '#rooms/plans/door.ts'
import { faces, reasons, relations } from '#rooms/relations/door.ts'
import type { Success } from './rules.ts'
import { roundDecisions, rounds } from './tables.ts'

/** The round that is going on, or the last one. */
export async function lastRound(tx: Tx, schoolId: string) {
  const [round] = await tx
    .select()
    .from(rounds)
    .where(eq(rounds.schoolId, schoolId))
    .orderBy(sql`${rounds.closedOn} is null desc`, desc(rounds.openedOn), desc(rounds.closedOn))
    .limit(1)
  return round
}

const ofLine = (table: typeof presences | typeof contactMoments | typeof aims | typeof agreements) =>
  sql`${table.schoolId} = ${relations.schoolId} and ${table.relationId} = ${relations.id}`
const successes = sql<
  Success[]
>`coalesce((select json_agg(json_build_object('success', ${aims.success}, 'lookOn', ${aims.lookOn},
  'writtenOn', ${aims.writtenOn}, 'outcome', ${aims.outcome}, 'lookedOn', ${aims.lookedOn}) order by ${aims.writtenOn} desc, ${aims.lookOn} desc)
  from ${aims} where ${ofLine(aims)}), '[]'::json)`
const began = { relationId: reasons.relationId, obligation: reasons.obligation, motives: reasons.motives }
const itsReason = and(eq(reasons.schoolId, relations.schoolId), eq(reasons.relationId, relations.id))

const isOpen = (today: Day) => or(isNull(relations.until), gte(relations.until, today))
const hereFirst = sql`${relations.name} collate "und-x-icu"`

/** Every line of a round with what was decided, by name. A line that ended since stays, with its decision. */
export const linesOfRound = (tx: Tx, schoolId: string, roundId: string, today: Day) =>
  tx
    .select({
      ...{ id: relations.id, name: relations.name, until: relations.until, owner: people.name },
      ...{ decision: roundDecisions.decision, reason: roundDecisions.reason, decidedOn: roundDecisions.decidedOn },
      ...{ successes, chosen: chosenForLine, began },
    })
    .from(relations)
    .leftJoin(people, eq(people.id, relations.ownerId))
    .leftJoin(reasons, itsReason)
    .leftJoin(
      roundDecisions,
      and(
        eq(roundDecisions.schoolId, relations.schoolId),
        eq(roundDecisions.relationId, relations.id),
        eq(roundDecisions.roundId, roundId),
      ),
    )
    .where(and(eq(relations.schoolId, schoolId), or(isOpen(today), sql`${roundDecisions.decision} is not null`)))
    .orderBy(hereFirst, asc(relations.id))
export type LineOfRound = Awaited<ReturnType<typeof linesOfRound>>[number]

const saidOf = sql`(select bool_and(${keepings.kept}) from ${keepings} where ${keepings.schoolId} = ${agreements.schoolId}
  and ${keepings.agreementId} = ${agreements.id})`
const agreed = sql<{ kept: number; notKept: number; open: number }>`(select json_build_object(
  'kept', count(*) filter (where said), 'notKept', count(*) filter (where not said), 'open', count(*) filter (where said is null))
  from (select ${saidOf} as said from ${agreements} where ${ofLine(agreements)}) words)`
const hours = sql<number>`coalesce((select sum(extract(epoch from ${presences.until} - ${presences.from})) / 3600
  from ${presences} where ${ofLine(presences)}), 0)::float`
const lastContact = sql<Day | null>`(select max(${contactMoments.day})::text from ${contactMoments} where ${ofLine(contactMoments)})`

/** All that is known of one line, to talk about it for a minute. One query. */
export async function preparedFor(tx: Tx, schoolId: string, relationId: string) {
  const [found] = await tx
    .select({
      ...{ id: relations.id, name: relations.name, type: relations.type, since: relations.since },
      ...{ until: relations.until, owner: people.name, organisationId: relations.organisationId },
      ...{ agreed, hours, lastOn: lastContact, successes, chosen: chosenForLine, began },
    })
    .from(relations)
    .leftJoin(people, eq(people.id, relations.ownerId))
    .leftJoin(reasons, itsReason)
    .where(and(eq(relations.schoolId, schoolId), eq(relations.id, relationId)))
  return found
}
export type Prepared = NonNullable<Awaited<ReturnType<typeof preparedFor>>>

/** What was decided about one line over the years, the last first. */
export const decidedAbout = (tx: Tx, schoolId: string, relationId: string) =>
  tx
    .select({
      ...{ roundId: roundDecisions.roundId, decision: roundDecisions.decision, reason: roundDecisions.reason },
      ...{ tell: roundDecisions.tell, decidedOn: roundDecisions.decidedOn, by: people.name },
    })
    .from(roundDecisions)
    .leftJoin(people, eq(people.id, roundDecisions.personId))
    .where(and(eq(roundDecisions.schoolId, schoolId), eq(roundDecisions.relationId, relationId)))
    .orderBy(desc(roundDecisions.decidedOn))
export type Decided = Awaited<ReturnType<typeof decidedAbout>>[number]
/** The same of each line of a query over `relations`, as a column, so that a card asks no more for it. */
export const decidedOnLine = sql<Decided[]>`(select coalesce(jsonb_agg(jsonb_build_object(
    'roundId', d.round_id, 'decision', d.decision, 'reason', d.reason, 'tell', d.tell, 'decidedOn', d.decided_on, 'by', p.name)
    order by d.decided_on desc), '[]')
  from ${roundDecisions} d left join ${people} p on p.id = d.person_id
  where d.school_id = ${relations.schoolId} and d.relation_id = ${relations.id})`

const firstFace = (today: Day) => sql<
  string | null
>`(select ${faces.name} from ${faces} where ${faces.schoolId} = ${relations.schoolId}
  and ${faces.relationId} = ${relations.id} and (${faces.leftOn} is null or ${faces.leftOn} > ${today}) order by ${faces.rank} limit 1)`

/** Who gets a letter, with all that stands in it; of one line, or of the whole round. */
export const lettersOf = (tx: Tx, schoolId: string, roundId: string, today: Day, relationId?: string) =>
  tx
    .select({
      ...{ id: relations.id, name: relations.name, place: relations.place, postcode: relations.postcode },
      ...{ label: manners.label, face: firstFace(today), owner: people.name, school: organisations.name },
      ...{ decision: roundDecisions.decision, tell: roundDecisions.tell, successes },
    })
    .from(roundDecisions)
    .innerJoin(
      relations,
      and(eq(relations.schoolId, roundDecisions.schoolId), eq(relations.id, roundDecisions.relationId)),
    )
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .leftJoin(people, eq(people.id, relations.ownerId))
    .leftJoin(manners, and(eq(manners.schoolId, relations.schoolId), eq(manners.relationId, relations.id)))
    .where(
      and(
        eq(roundDecisions.schoolId, schoolId),
        eq(roundDecisions.roundId, roundId),
        relationId ? eq(relations.id, relationId) : undefined,
      ),
    )
    .orderBy(hereFirst)
export type LetterToPrint = Awaited<ReturnType<typeof lettersOf>>[number]
