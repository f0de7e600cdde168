import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import { distanceKm, organisations } from '#rooms/organisations/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
import { type Offer, offerSchools, offerSources, offers, takings } from './tables.ts'

/** The furthest an offer reaches. */
const furthest = 25

export type Around = { id: string; name: string; place: string | null; km: number | undefined; sameBoard: boolean }
const mine = alias(organisations, 'mine')

/** Schools of the same board, and those within reach: the nearest first. */
export async function schoolsAround(tx: Tx, schoolId: string): Promise<Around[]> {
  const sameBoard = sql<boolean>`coalesce(${organisations.boardId} = ${mine.boardId}, false)`
  const within = sql`abs(${organisations.latitude} - ${mine.latitude}) < 0.23 and abs(${organisations.longitude} - ${mine.longitude}) < 0.38`
  const found = await tx
    .select({
      ...{ id: organisations.id, name: organisations.name, place: organisations.place, sameBoard },
      ...{ latitude: organisations.latitude, longitude: organisations.longitude },
      from: { latitude: mine.latitude, longitude: mine.longitude },
    })
    .from(organisations)
    .innerJoin(mine, eq(mine.id, schoolId))
    .where(
      and(
        eq(organisations.kind, 'school'),
        isNull(organisations.goneOn),
        ne(organisations.id, schoolId),
        or(eq(organisations.boardId, mine.boardId), within),
      ),
    )
  return found
    .map(({ latitude, longitude, from, ...school }) => ({ ...school, km: kmOf(from, { latitude, longitude }) }))
    .filter(({ km = Infinity, sameBoard: theirs }) => theirs || km <= furthest)
    .sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || a.name.localeCompare(b.name, 'nl'))
}

type Spot = { latitude: number | null; longitude: number | null }
const kmOf = (one: Spot, other: Spot) =>
  one.latitude === null || one.longitude === null || other.latitude === null || other.longitude === null
    ? undefined
    : distanceKm(
        { latitude: one.latitude, longitude: one.longitude },
        { latitude: other.latitude, longitude: other.longitude },
      )

export type Offered = Offer & { giver: string; place: string | null }
const givers = alias(organisations, 'givers')

/**
 * What others offer this school. First which schools could (public facts), then theirs: so that the policies look at the
 * rows of a few schools, not of the country.
 */
export async function offeredTo(tx: Tx, schoolId: string, around: readonly Around[]): Promise<Offered[]> {
  const could = around.map(({ id }) => id)
  const choosers = tx.select({ id: offerSchools.schoolId }).from(offerSchools).where(eq(offerSchools.toId, schoolId))
  const found = await tx
    .select({ offer: offers, giver: givers.name, where: givers.place })
    .from(offers)
    .innerJoin(givers, eq(givers.id, offers.schoolId))
    .where(
      and(
        ne(offers.schoolId, schoolId),
        or(could.length ? inArray(offers.schoolId, could) : undefined, inArray(offers.schoolId, choosers)),
      ),
    )
    .orderBy(desc(offers.offeredOn), asc(offers.name))
  return found.map(({ offer, giver, where }) => ({ ...offer, giver, place: offer.place ?? where }))
}

export const takenBy = (tx: Tx, schoolId: string) =>
  tx.select().from(takings).where(eq(takings.schoolId, schoolId)).orderBy(desc(takings.takenOn))
export async function takenBefore(tx: Tx, schoolId: string, offerId: string) {
  const [found] = await tx
    .select()
    .from(takings)
    .where(and(eq(takings.schoolId, schoolId), eq(takings.offerId, offerId)))
  return found
}
export type Taken = Awaited<ReturnType<typeof takenBy>>[number]

/** What this school offers, and to which schools where those were chosen. */
export const givenBy = (tx: Tx, schoolId: string) =>
  tx
    .select({
      offer: offers,
      schools: sql<
        string[]
      >`coalesce((select json_agg(chosen.name order by chosen.name) from ${offerSchools} join ${organisations} chosen
        on chosen.id = ${offerSchools.toId} where ${offerSchools.schoolId} = offers.school_id
        and ${offerSchools.offerId} = offers.id), '[]'::json)`,
    })
    .from(offers)
    .where(eq(offers.schoolId, schoolId))
    .orderBy(desc(offers.offeredOn), asc(offers.name))
export type Given = Awaited<ReturnType<typeof givenBy>>[number]

/** An offer by its id, as far as the one who asks may see it; with who gives it. */
export async function findOffer(tx: Tx, id: string): Promise<Offered | undefined> {
  const [found] = await tx
    .select({ offer: offers, giver: givers.name, where: givers.place })
    .from(offers)
    .innerJoin(givers, eq(givers.id, offers.schoolId))
    .where(eq(offers.id, id))
  return found && { ...found.offer, giver: found.giver, place: found.offer.place ?? found.where }
}

/** A line of this school with the faces that are still there, to choose from. */
export async function lineToOffer(tx: Tx, schoolId: string, relationId: string) {
  const [line] = await tx
    .select()
    .from(relations)
    .where(and(eq(relations.schoolId, schoolId), eq(relations.id, relationId), isNull(relations.until)))
  if (!line) return undefined
  const there = await tx
    .select()
    .from(faces)
    .where(and(eq(faces.schoolId, schoolId), eq(faces.relationId, relationId), isNull(faces.leftOn)))
    .orderBy(asc(faces.rank))
  return { line, faces: there }
}

export type Source = { relationId: string } | { topic: string } | { playbookId: string }
/** Whether this line, this topic or this playbook is offered already. */
export async function isOffered(tx: Tx, schoolId: string, of: Source) {
  const which =
    'topic' in of
      ? eq(offerSources.topic, of.topic)
      : 'playbookId' in of
        ? eq(offerSources.playbookId, of.playbookId)
        : eq(offerSources.relationId, of.relationId)
  const found = await tx
    .select({ id: offerSources.offerId })
    .from(offerSources)
    .where(and(eq(offerSources.schoolId, schoolId), which))
  return found.length > 0
}
