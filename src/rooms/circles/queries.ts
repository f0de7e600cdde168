import { and, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { circleMembers, circleNotes, circlePartners, circles } from './tables.ts'

// Who has left sits in nothing any more, whatever still stands here.
const works = (personId: unknown, today: Day) => sql`exists (select 1 from ${memberships} ship
  where ship.organisation_id = ${circles.schoolId} and ship.person_id = ${personId} and (ship.until is null or ship.until >= ${today}))`
const members = (today: Day) => sql<{ personId: string; name: string; unit: string | null }[]>`(select
  coalesce(json_agg(json_build_object('personId', m.person_id, 'name', p.name, 'unit', m.unit) order by p.name), '[]'::json)
  from ${circleMembers} m join ${people} p on p.id = m.person_id
  where m.school_id = ${circles.schoolId} and m.circle_id = ${circles.id} and ${works(sql`m.person_id`, today)})`
const partners = (today: Day) => sql<{ id: string; name: string }[]>`(select
  coalesce(json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name), '[]'::json)
  from ${circlePartners} c join ${relations} r on r.school_id = c.school_id and r.id = c.relation_id
  where c.school_id = ${circles.schoolId} and c.circle_id = ${circles.id} and (r.until is null or r.until >= ${today}))`
const lastNote = sql<Day | null>`(select max(n.day)::text from ${circleNotes} n
  where n.school_id = ${circles.schoolId} and n.circle_id = ${circles.id})`

const leads = alias(people, 'leads')
const all = (tx: Tx, today: Day) =>
  tx
    .select({
      ...{ id: circles.id, name: circles.name, about: circles.about },
      ...{ leadId: leads.id, lead: leads.name },
      ...{ members: members(today), partners: partners(today), lastNote },
    })
    .from(circles)
    .leftJoin(leads, and(eq(leads.id, circles.leadId), works(circles.leadId, today)))

/** Every circle of the school, with who leads, who sits in it and with whom it works. One query. */
export const circlesOf = (tx: Tx, schoolId: string, today: Day) =>
  all(tx, today).where(eq(circles.schoolId, schoolId)).orderBy(sql`${circles.name} collate "und-x-icu"`)
export type CircleShown = Awaited<ReturnType<typeof circlesOf>>[number]

export async function findCircle(tx: Tx, schoolId: string, id: string, today: Day): Promise<CircleShown | undefined> {
  const [found] = await all(tx, today).where(and(eq(circles.schoolId, schoolId), eq(circles.id, id)))
  return found
}

/** What was said, the last meeting first; of a year and a half, so that the page stays short. */
export const notesOf = (tx: Tx, schoolId: string, circleId: string) =>
  tx
    .select({
      ...{ id: circleNotes.id, day: circleNotes.day, lines: circleNotes.lines },
      ...{ writtenBy: circleNotes.writtenBy, writer: people.name },
    })
    .from(circleNotes)
    .leftJoin(people, eq(people.id, circleNotes.writtenBy))
    .where(and(eq(circleNotes.schoolId, schoolId), eq(circleNotes.circleId, circleId)))
    .orderBy(desc(circleNotes.day), desc(circleNotes.writtenAt))
    .limit(mostNotes)
export type NoteShown = Awaited<ReturnType<typeof notesOf>>[number]
const mostNotes = 20

/** The open lines, by name: what a circle can work with. */
export const linesToChoose = (tx: Tx, schoolId: string, today: Day) =>
  tx
    .select({ id: relations.id, name: relations.name })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), or(isNull(relations.until), gte(relations.until, today))))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)

/** The names of the circles that work with a line: part of a question about lines. */
export const circlesOnLine = sql<{ id: string; name: string }[]>`(select
  coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name), '[]'::json)
  from ${circlePartners} cp join ${circles} c on c.school_id = cp.school_id and c.id = cp.circle_id
  where cp.school_id = ${relations.schoolId} and cp.relation_id = ${relations.id})`
