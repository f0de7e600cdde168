import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { deputies, hoursInHouse, isOpen, owners } from '../queries.ts'
import { kmBetween } from '../rules.ts'
import { profiles } from '../tables.ts'

export async function findProfile(tx: Tx, organisationId: string) {
  const [profile] = await tx.select().from(profiles).where(eq(profiles.organisationId, organisationId))
  return profile
}

/** All schools that keep a line with my organisation: whom to ring there, and when we are in. */
export const schoolsOf = (tx: Tx, organisationId: string, today: Day) =>
  tx
    .select({
      id: relations.id,
      name: relations.name,
      school: organisations.name,
      place: organisations.place,
      phone: organisations.phone,
      owner: { id: owners.id, name: owners.name, phone: owners.phone, mail: owners.mail },
      deputy: { id: deputies.id, name: deputies.name, phone: deputies.phone, mail: deputies.mail },
      hours: hoursInHouse,
    })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .leftJoin(deputies, eq(deputies.id, relations.deputyId))
    .where(and(eq(relations.organisationId, organisationId), isOpen(today)))
    .orderBy(sql`${organisations.name} collate "und-x-icu"`)
export type OurSchool = Awaited<ReturnType<typeof schoolsOf>>[number]

export type NearOne = {
  id: string
  name: string
  type: string | null
  place: string | null
  phone: string | null
  website: string | null
  km: number | undefined
}

/** Partners of these kinds that made themselves known, the nearest first. For when the school has nobody. */
export async function nearOnes(tx: Tx, schoolId: string, types: readonly string[], most = 3): Promise<NearOne[]> {
  if (!types.length) return []
  const { id, name, type, place, phone, website, postcode } = organisations
  const [school] = await tx
    .select({ latitude: organisations.latitude, longitude: organisations.longitude })
    .from(organisations)
    .where(eq(id, schoolId))
  const found = await tx
    .select({ id, name, type, place, phone, website, postcode })
    .from(organisations)
    .where(and(eq(organisations.kind, 'partner'), inArray(type, [...types])))
  return found
    .map(({ postcode: code, ...one }) => ({ ...one, km: school && kmBetween(school, code, one.place) }))
    .sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || 0)
    .slice(0, most)
}
