import { and, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { distanceKm, organisations } from '#rooms/organisations/door.ts'
import { faces, relations } from '#rooms/relations/door.ts'
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
      // What that school noted of people here: they may see it, and have it put right.
      faces: sql<
        { name: string; noted: string }[]
      >`coalesce((select json_agg(json_build_object('name', ${faces.name}, 'noted',
        concat_ws(' · ', ${faces.work}, ${faces.phone}, ${faces.mail}, ${faces.moment})) order by ${faces.rank}) from ${faces}
        where ${faces.schoolId} = ${relations.schoolId} and ${faces.relationId} = ${relations.id}
        and (${faces.leftOn} is null or ${faces.leftOn} > ${today})), '[]'::json)`,
    })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .leftJoin(deputies, eq(deputies.id, relations.deputyId))
    .where(and(eq(relations.organisationId, organisationId), isOpen(today)))
    .orderBy(sql`${organisations.name} collate "und-x-icu"`)
export type OurSchool = Awaited<ReturnType<typeof schoolsOf>>[number]

/** What this organisation is, and where it is a board, its own schools as everybody may know them. One query. */
export async function ownSchools(tx: Tx, organisationId: string): Promise<{ isBoard: boolean; schools: OwnSchool[] }> {
  const [found] = await tx
    .select({
      isBoard: sql<boolean>`${organisations.kind} = 'board'`,
      // Written out: a query of one table leaves the table's name off, within as well.
      schools: sql<
        OwnSchool[]
      >`coalesce((select json_agg(json_build_object('name', s.name, 'place', s.place, 'phone', s.phone)
        order by s.name collate "und-x-icu") from organisations s
        where s.board_id = organisations.id and s.kind = 'school' and s.gone_on is null), '[]'::json)`,
    })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return found ?? { isBoard: false, schools: [] }
}
export type OwnSchool = { name: string; place: string | null; phone: string | null }

export type NearOne = {
  id: string
  name: string
  type: string | null
  place: string | null
  phone: string | null
  website: string | null
  km: number | undefined
}

const mine = alias(organisations, 'mine')
const [high, wide] = [0.3, 0.5]
/** Some thirty kilometres around, by degrees, so that an index finds them. */
const around = and(
  sql`${organisations.latitude} between ${mine.latitude} - ${high}::float8 and ${mine.latitude} + ${high}::float8`,
  sql`${organisations.longitude} between ${mine.longitude} - ${wide}::float8 and ${mine.longitude} + ${wide}::float8`,
)

/** Partners of these kinds around this school, the nearest first; and which kinds it left out on purpose. One question. */
async function lookAround(tx: Tx, schoolId: string, types: readonly string[]) {
  const { id, name, type, place, phone, website, postcode, latitude, longitude } = organisations
  const found = await tx
    .select({
      // Drizzle takes a joined object for absent when its first column is null, so the key comes first.
      one: { id, name, type, place, phone, website },
      spot: { id, latitude, longitude, postcode },
      from: { latitude: mine.latitude, longitude: mine.longitude },
      omitted: sql<string[]>`coalesce((select json_agg(${omissions.what}) from ${omissions}
        where ${omissions.schoolId} = ${schoolId} and ${omissions.kind} = 'type'), '[]'::json)`,
    })
    .from(mine)
    .leftJoin(
      organisations,
      and(
        eq(organisations.kind, 'partner'),
        isNull(organisations.goneOn),
        inArray(type, [...types, '']),
        or(around, isNull(latitude), isNull(mine.latitude)),
      ),
    )
    .where(eq(mine.id, schoolId))
    .limit(1000)
  const near = found.flatMap(({ one, spot, from }) =>
    one && spot ? [{ ...one, km: kmTo(from, spot, one.place) }] : [],
  )
  return { near: near.sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || 0), omitted: found[0]?.omitted ?? [] }
}

type Spot = { latitude: number | null; longitude: number | null }
function kmTo(from: Spot, to: Spot & { postcode: string | null }, place: string | null): number | undefined {
  if (to.latitude === null || to.longitude === null) return kmBetween(from, to.postcode, place)
  if (from.latitude === null || from.longitude === null) return undefined
  return distanceKm(
    { latitude: from.latitude, longitude: from.longitude },
    { latitude: to.latitude, longitude: to.longitude },
  )
}

/** Partners of these kinds that made themselves known, the nearest first. For when the school has nobody. */
export async function nearOnes(tx: Tx, schoolId: string, types: readonly string[], most = 3): Promise<NearOne[]> {
  return types.length ? (await lookAround(tx, schoolId, types)).near.slice(0, most) : []
}

export type NearSchool = Omit<NearOne, 'type' | 'website'> & { km: number }

/** The nearest other schools in the national list. */
export async function schoolsNear(tx: Tx, schoolId: string, most = 4): Promise<NearSchool[]> {
  const found = await tx
    .select({ school: organisations, latitude: mine.latitude, longitude: mine.longitude })
    .from(organisations)
    .innerJoin(mine, eq(mine.id, schoolId))
    .where(
      and(
        eq(organisations.kind, 'school'),
        isNull(organisations.goneOn),
        ne(organisations.id, schoolId),
        isNull(organisations.type),
        sql`${organisations.latitude} between ${mine.latitude} - 0.12 and ${mine.latitude} + 0.12`,
        sql`${organisations.longitude} between ${mine.longitude} - 0.2 and ${mine.longitude} + 0.2`,
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
  const { near, omitted } = await lookAround(tx, schoolId, types)
  const missing = types.filter((type) => !omitted.includes(type))
  if (missing.includes('buurschool')) return { missing, near: await schoolsNear(tx, schoolId) }
  return { missing, near: near.filter(({ type }) => missing.includes(type ?? '')).slice(0, 3) }
}
