import { and, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { distanceKm, organisations } from '#rooms/organisations/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { deputies, hoursInHouse, isOpen, owners } from '../queries.ts'
import { kmBetween } from '../rules.ts'
import { omissions } from '../spots/tables.ts'
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

type Here = { latitude: number | null; longitude: number | null; omitted: string[] }

/** Where this school is, and which kinds of partner it left out on purpose. */
async function here(tx: Tx, schoolId: string): Promise<Here> {
  const [school] = await tx
    .select({
      latitude: organisations.latitude,
      longitude: organisations.longitude,
      omitted: sql<string[]>`coalesce((select json_agg(${omissions.what}) from ${omissions}
        where ${omissions.schoolId} = ${organisations.id} and ${omissions.kind} = 'type'), '[]'::json)`,
    })
    .from(organisations)
    .where(eq(organisations.id, schoolId))
  return school ?? { latitude: null, longitude: null, omitted: [] }
}

/** Partners of these kinds that made themselves known, the nearest first. For when the school has nobody. */
export async function nearOnes(tx: Tx, schoolId: string, types: readonly string[], most = 3): Promise<NearOne[]> {
  return types.length ? nearestOf(tx, await here(tx, schoolId), types, most) : []
}

async function nearestOf(tx: Tx, { latitude, longitude }: Here, types: readonly string[], most: number) {
  const { id, name, type, place, phone, website, postcode } = organisations
  const inBox = and(
    sql`abs(${organisations.latitude} - ${latitude}::float8) < 0.3`,
    sql`abs(${organisations.longitude} - ${longitude}::float8) < 0.5`,
  )
  const found = await tx
    .select({ id, name, type, place, phone, website, postcode })
    .from(organisations)
    .where(
      and(
        eq(organisations.kind, 'partner'),
        isNull(organisations.goneOn),
        inArray(type, [...types]),
        latitude === null ? undefined : or(inBox, isNull(organisations.latitude)),
      ),
    )
    .limit(1000)
  return found
    .map(({ postcode: code, ...one }) => ({ ...one, km: kmBetween({ latitude, longitude }, code, one.place) }))
    .sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || 0)
    .slice(0, most)
}

export type NearSchool = Omit<NearOne, 'type' | 'website'> & { km: number }

/** The nearest other schools in the national list. */
export async function schoolsNear(tx: Tx, schoolId: string, most = 4): Promise<NearSchool[]> {
  const mine = alias(organisations, 'mine')
  const found = await tx
    .select({ school: organisations, latitude: mine.latitude, longitude: mine.longitude })
    .from(organisations)
    .innerJoin(mine, eq(mine.id, schoolId))
    .where(
      and(
        eq(organisations.kind, 'school'),
        isNull(organisations.goneOn),
        ne(organisations.id, schoolId),
        sql`abs(${organisations.latitude} - ${mine.latitude}) < 0.12`,
        sql`abs(${organisations.longitude} - ${mine.longitude}) < 0.2`,
        gt(sql`coalesce(${mine.latitude}, 0)`, 0),
      ),
    )
  return found
    .map(({ school: { id, name, place, phone, latitude, longitude }, ...from }) => ({
      ...{ id, name, place, phone },
      km: distanceKm(
        { latitude: from.latitude ?? 0, longitude: from.longitude ?? 0 },
        { latitude: latitude ?? 0, longitude: longitude ?? 0 },
      ),
    }))
    .sort((a, b) => a.km - b.km)
    .slice(0, most)
}

export type StillMissing = { missing: string[]; near: (NearOne | NearSchool)[] }

/** Of kinds that are not here: which this school did not leave out on purpose, and who is near for those. */
export async function stillMissing(tx: Tx, schoolId: string, types: readonly string[]): Promise<StillMissing> {
  if (!types.length) return { missing: [], near: [] }
  const school = await here(tx, schoolId)
  const missing = types.filter((type) => !school.omitted.includes(type))
  if (missing.includes('buurschool')) return { missing, near: await schoolsNear(tx, schoolId) }
  return { missing, near: missing.length ? await nearestOf(tx, school, missing, 3) : [] }
}
