import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Actor } from '#kit/db/actor.ts'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations, themes } from '#rooms/organisations/door.ts'
import { people } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import type { LineAtHome } from './rules.ts'

/** Who is looking, and from where. */
export async function whoLooks(tx: Tx, me: Actor) {
  const [found] = await tx
    .select({ name: people.name, place: organisations.name, kind: organisations.kind })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, me.organisationId))
    .where(eq(people.id, me.personId))
  return found
}

const isOpen = (today: Day) => or(isNull(relations.until), gte(relations.until, today))

/** The open lines of a school, with what tells whether they are looked after. */
export const linesAtHome = (tx: Tx, schoolId: string, today: Day): Promise<LineAtHome[]> =>
  tx
    .select({
      id: relations.id,
      name: relations.name,
      ownerId: relations.ownerId,
      deputyId: relations.deputyId,
      assuredOn: relations.assuredOn,
      until: relations.until,
      createdAt: relations.createdAt,
    })
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), isOpen(today)))
    .orderBy(sql`${relations.name} collate "und-x-icu"`)

const owners = alias(people, 'owners')

/** The schools of a partner, with whom to ring there. */
export const schoolsOfPartner = (tx: Tx, organisationId: string, today: Day) =>
  tx
    .select({
      relationId: relations.id,
      school: organisations.name,
      place: organisations.place,
      owner: owners.name,
      phone: owners.phone,
    })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .where(and(eq(relations.organisationId, organisationId), isOpen(today)))
    .orderBy(sql`${organisations.name} collate "und-x-icu"`)
export type SchoolOfPartner = Awaited<ReturnType<typeof schoolsOfPartner>>[number]

const mostShown = 100
/** The schools of a board, as everybody may know them. */
export const schoolsOfBoard = (tx: Tx, boardId: string) =>
  tx
    .select({ id: organisations.id, name: organisations.name, place: organisations.place })
    .from(organisations)
    .where(and(eq(organisations.boardId, boardId), eq(organisations.kind, 'school'), isNull(organisations.goneOn)))
    .orderBy(sql`${organisations.name} collate "und-x-icu"`)
    .limit(mostShown)
export type SchoolOfBoard = Awaited<ReturnType<typeof schoolsOfBoard>>[number]

/** Whether a board chose how its schools look. */
export async function hasLook(tx: Tx, boardId: string): Promise<boolean> {
  const [look] = await tx.select().from(themes).where(eq(themes.organisationId, boardId))
  return Boolean(look?.accent || look?.brand)
}
