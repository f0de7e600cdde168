import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { closedBetween } from '#rooms/days/door.ts'
import { people } from '#rooms/people/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { dated, type Span, spanAround } from './rules.ts'
import { playbookPartners, playbooks, playbookTasks } from './tables.ts'

const owners = alias(people, 'owners')
const tasks = sql<number>`(select count(*)::int from ${playbookTasks} t
  where t.school_id = ${playbooks.schoolId} and t.playbook_id = ${playbooks.id})`
const done = sql<number>`(select count(t.done_on)::int from ${playbookTasks} t
  where t.school_id = ${playbooks.schoolId} and t.playbook_id = ${playbooks.id})`
const listed = {
  ...{ id: playbooks.id, title: playbooks.title, kind: playbooks.kind, day: playbooks.day },
  ...{ ownerId: playbooks.ownerId, owner: owners.name, tasks, done },
}

/** Every playbook of the school with how far it is. One query. */
export const playbooksOf = (tx: Tx, schoolId: string) =>
  tx
    .select(listed)
    .from(playbooks)
    .leftJoin(owners, eq(owners.id, playbooks.ownerId))
    .where(eq(playbooks.schoolId, schoolId))
    .orderBy(asc(playbooks.day), sql`${playbooks.title} collate "und-x-icu"`)
export type PlaybookListed = Awaited<ReturnType<typeof playbooksOf>>[number]

/** The days for which there is a playbook: one of the things a year holds. */
export async function playbookDays(tx: Tx, { organisationId, from, until }: { organisationId: string } & Span) {
  const found = await tx
    .select({ id: playbooks.id, day: playbooks.day, title: playbooks.title })
    .from(playbooks)
    .where(and(eq(playbooks.schoolId, organisationId), gte(playbooks.day, from), lte(playbooks.day, until)))
  return found.map(({ id, day, title }) => ({ id, day: day ?? from, title, href: `/draaiboeken/${id}` }))
}

type Partner = { id: string; name: string; type: string | null; note: string | null; phone: string | null }
/** The lines that take part in a playbook. */
export const partners = sql<
  Partner[]
>`(select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'type', r.type,
    'note', p.note, 'phone', r.phone) order by r.name), '[]'::json)
  from ${playbookPartners} p join ${relations} r on r.school_id = p.school_id and r.id = p.relation_id
  where p.school_id = playbooks.school_id and p.playbook_id = playbooks.id)`

/** One, with all that stands on it but its tasks. */
export async function findPlaybook(tx: Tx, schoolId: string, id: string) {
  const [found] = await tx
    .select({
      ...listed,
      ...{ materials: playbooks.materials, risks: playbooks.risks, remarks: playbooks.remarks },
      ...{ partnerTypes: playbooks.partnerTypes, partners },
    })
    .from(playbooks)
    .leftJoin(owners, eq(owners.id, playbooks.ownerId))
    .where(and(eq(playbooks.schoolId, schoolId), eq(playbooks.id, id)))
  return found
}
export type PlaybookShown = NonNullable<Awaited<ReturnType<typeof findPlaybook>>>

export const tasksOf = (tx: Tx, schoolId: string, playbookId: string) =>
  tx
    .select({
      ...{ id: playbookTasks.id, what: playbookTasks.what, offset: playbookTasks.offset },
      ...{ doerId: playbookTasks.doerId, doer: people.name, doneOn: playbookTasks.doneOn },
    })
    .from(playbookTasks)
    .leftJoin(people, eq(people.id, playbookTasks.doerId))
    .where(and(eq(playbookTasks.schoolId, schoolId), eq(playbookTasks.playbookId, playbookId)))
    .orderBy(asc(playbookTasks.offset), asc(playbookTasks.place))
export type TaskListed = Awaited<ReturnType<typeof tasksOf>>[number]
export type TaskShown = TaskListed & { date: Day | null }

/** The tasks with the school days on which they fall, and why the school is closed on the day itself, if it is. */
export async function datedTasks(tx: Tx, schoolId: string, { id, day }: { id: string; day: Day | null }) {
  const found = await tasksOf(tx, schoolId, id)
  if (!day) return { tasks: dated(day, found, () => false), closed: undefined }
  const span = spanAround(
    day,
    found.map(({ offset }) => offset),
  )
  const closed = await closedBetween(tx, schoolId, span)
  const days = new Set(closed.map((one) => one.day))
  return { tasks: dated(day, found, (one) => days.has(one)), closed: closed.find((one) => one.day === day) }
}

/** The open lines, by name: who can take part. */
export const linesToInvite = (tx: Tx, schoolId: string, today: Day) =>
  tx
    .select({ id: relations.id, name: relations.name })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)

export type Known = { name: string; kind: string | null; faces: string[] }
/** What the partners of this school are called, of which kind they are, and who the people there are. */
export const partnersKnown = (tx: Tx, schoolId: string): Promise<Known[]> =>
  tx
    .select({
      ...{ name: relations.name, kind: relations.type },
      faces: sql<string[]>`(select coalesce(json_agg(f.name), '[]'::json) from ${faces} f
        where f.school_id = relations.school_id and f.relation_id = relations.id)`,
    })
    .from(relations)
    .where(eq(relations.schoolId, schoolId))
