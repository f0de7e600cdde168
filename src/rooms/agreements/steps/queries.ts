import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import { type Day, dayOf } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, mayTendNetwork, relations } from '#rooms/relations/door.ts'
import { contactMoments } from '../contacts/tables.ts'
import { turnOf } from '../rules.ts'
import { agreements, keepings, manners } from '../tables.ts'
import { stateOfStep } from './rules.ts'
import { type LineStep, lineSteps } from './tables.ts'

const ofLine = and(eq(relations.schoolId, lineSteps.schoolId), eq(relations.id, lineSteps.relationId))
const steps = (tx: Tx) =>
  tx
    .select({
      step: lineSteps,
      line: {
        ...{ id: relations.id, name: relations.name, ownerId: relations.ownerId, deputyId: relations.deputyId },
        ...{ schoolId: relations.schoolId, until: relations.until, sleepsUntil: manners.sleepsUntil },
        ...{ place: relations.place, postcode: relations.postcode, label: manners.label },
      },
      closer: people.name,
    })
    .from(lineSteps)
    .innerJoin(relations, ofLine)
    .leftJoin(manners, and(eq(manners.schoolId, relations.schoolId), eq(manners.relationId, relations.id)))
    .leftJoin(people, eq(people.id, lineSteps.closedBy))

/** What was decided about one line, the last on top. One query. */
export const stepsOf = (tx: Tx, schoolId: string, relationId: string) =>
  steps(tx)
    .where(and(eq(lineSteps.schoolId, schoolId), eq(lineSteps.relationId, relationId)))
    .orderBy(desc(lineSteps.decidedOn), sql`${lineSteps.closedOn} is null desc`)
export type StepShown = Awaited<ReturnType<typeof stepsOf>>[number]

/** What was decided at this school and nobody closed. One query. */
export const openSteps = (tx: Tx, schoolId: string) =>
  steps(tx)
    .where(and(eq(lineSteps.schoolId, schoolId), sql`${lineSteps.closedOn} is null`))
    .orderBy(lineSteps.decidedOn)

/** Who signs and who reads a letter about this line. */
export async function signedFor(tx: Tx, schoolId: string, relationId: string, today: Day) {
  const [found] = await tx
    .select({
      ...{ school: organisations.name, owner: people.name },
      face: sql<string | null>`(select ${faces.name} from ${faces} where ${faces.schoolId} = ${relations.schoolId}
        and ${faces.relationId} = ${relations.id} and (${faces.leftOn} is null or ${faces.leftOn} > ${today})
        order by ${faces.rank} limit 1)`,
    })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .leftJoin(people, eq(people.id, relations.ownerId))
    .where(and(eq(relations.schoolId, schoolId), eq(relations.id, relationId)))
  return found
}
export type SignedFor = NonNullable<Awaited<ReturnType<typeof signedFor>>>

type StepFacts = Pick<LineStep, 'step' | 'closedOn' | 'declined' | 'decidedOn'>
type DueFacts = { id: string; what: string; until: Day }

/** For Vandaag: whose turn it is among my lines, what I agreed that is due, and what was decided and not done. One query. */
export async function keepingForMe(tx: Tx, me: Actor, today: Day) {
  const mine = or(eq(relations.ownerId, me.personId), eq(relations.deputyId, me.personId))
  const stepsHere = sql<
    StepFacts[]
  >`(select coalesce(json_agg(json_build_object('step', s.step, 'closedOn', s.closed_on,
    'declined', s.declined, 'decidedOn', s.decided_on)), '[]'::json) from ${lineSteps} s
    where s.school_id = ${relations.schoolId} and s.relation_id = ${relations.id} and s.closed_on is null)`
  const due = sql<DueFacts[]>`(select coalesce(json_agg(json_build_object('id', a.id, 'what', a.what, 'until', a.until)
    order by a.until), '[]'::json) from ${agreements} a where a.school_id = ${relations.schoolId}
    and a.relation_id = ${relations.id} and a.person_id = ${me.personId} and a.until <= ${today} and not exists (select 1
      from ${keepings} k where k.school_id = a.school_id and k.agreement_id = a.id))`
  const rows = await tx
    .select({
      ...{ id: relations.id, name: relations.name, ownerId: relations.ownerId, until: relations.until },
      ...{ deputyId: relations.deputyId, createdAt: relations.createdAt, lastOn: lastContact, steps: stepsHere, due },
      rhythm: {
        relationId: manners.relationId,
        everyWeeks: manners.everyWeeks,
        nextOn: manners.nextOn,
        sleepsUntil: manners.sleepsUntil,
      },
    })
    .from(relations)
    .leftJoin(manners, and(eq(manners.schoolId, relations.schoolId), eq(manners.relationId, relations.id)))
    .where(
      and(
        ...[eq(relations.schoolId, me.organisationId), or(isNull(relations.until), gte(relations.until, today))],
        or(
          mine,
          sql`json_array_length(${due}) > 0`,
          mayTendNetwork(me) ? sql`json_array_length(${stepsHere}) > 0` : undefined,
        ),
      ),
    )
    .orderBy(sql`${relations.name} collate "und-x-icu"`)
  const isTurn = ({ rhythm, lastOn, createdAt }: (typeof rows)[number]) =>
    turnOf(rhythm, { lastOn, knownOn: dayOf(createdAt) }, today).kind === 'turn'
  const waits = ({ steps: open, until, rhythm }: (typeof rows)[number]) =>
    open.find((step) => stateOfStep(step, { until, sleepsUntil: rhythm?.sleepsUntil ?? null }, today) === 'waits')
  return {
    turns: rows.filter((row) => [row.ownerId, row.deputyId].includes(me.personId) && isTurn(row)).length,
    due: rows.flatMap(({ id, name, due: agreed }) =>
      agreed.map(({ what, until }) => ({ relationId: id, name, what, until })),
    ),
    steps: rows.flatMap((row) => {
      const step = waits(row)
      const isHers = row.ownerId === me.personId || me.roles.some((role) => leading.includes(role))
      return step && isHers ? [{ relationId: row.id, name: row.name, step: step.step, decidedOn: step.decidedOn }] : []
    }),
  }
}
export type KeepingForMe = Awaited<ReturnType<typeof keepingForMe>>

const leading = ['directeur', 'teamleider']
const lastContact = sql<Day | null>`(select max(${contactMoments.day})::text from ${contactMoments}
  where ${contactMoments.schoolId} = ${relations.schoolId} and ${contactMoments.relationId} = ${relations.id})`
