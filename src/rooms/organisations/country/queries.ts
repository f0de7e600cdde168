import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Area, Site } from '#kit/chance/country.ts'
import type { Tx } from '#kit/db/database.ts'
import { organisations } from '../tables.ts'

/** Every school of the national list that still exists, area by area. */
export async function sitesOfTheList(tx: Tx): Promise<Site[]> {
  const { id, code, name, place, postcode, municipalityCode, municipality } = organisations
  const schools = await tx
    .select({ id, code, name, place, postcode, municipalityCode, municipality })
    .from(organisations)
    .where(and(eq(organisations.kind, 'school'), eq(organisations.source, 'duo'), isNull(organisations.goneOn)))
    .orderBy(asc(municipalityCode), asc(code))
  const areas = new Map(
    [...Map.groupBy(schools, (school) => school.municipalityCode ?? '')].map(([areaCode, there]): [string, Area] => [
      areaCode,
      {
        code: areaCode,
        name: there[0]?.municipality ?? '',
        postcodes: [...new Set(there.map((school) => school.postcode ?? ''))],
        sites: there.length,
      },
    ]),
  )
  return schools.map((school) => ({
    id: school.id,
    code: school.code ?? '',
    name: school.name,
    place: school.place ?? '',
    postcode: school.postcode ?? '',
    area: areas.get(school.municipalityCode ?? '')!,
  }))
}
