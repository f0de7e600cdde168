import type { Location } from './duo/locations.ts'
import type { NewOrganisation, Organisation } from './tables.ts'

const orNull = (text: string) => text || null

/** What we keep of a location in DUO's list. */
export const organisationOf = (location: Location, boards: ReadonlyMap<string, string>): NewOrganisation => ({
  kind: 'school',
  name: location.name,
  code: location.code,
  boardId: boards.get(`board:${location.boardNumber}`) ?? null,
  boardNumber: orNull(location.boardNumber),
  street: orNull(location.street),
  houseNumber: orNull(location.houseNumber),
  postcode: orNull(location.postcode),
  place: orNull(location.place),
  municipalityCode: orNull(location.municipalityCode),
  municipality: orNull(location.municipality),
  province: orNull(location.province),
  denomination: orNull(location.denomination),
  website: orNull(location.website),
  phone: orNull(location.phone),
  holidayRegion: orNull(location.holidayRegion),
  latitude: location.latitude,
  longitude: location.longitude,
  source: 'duo',
  goneOn: null,
})

/** The same, the other way round, so that a later file can be laid beside what we keep. */
export const locationOf = (school: Organisation): Location => ({
  code: school.code ?? '',
  institution: (school.code ?? '').slice(0, 4),
  boardNumber: school.boardNumber ?? '',
  name: school.name,
  street: school.street ?? '',
  houseNumber: school.houseNumber ?? '',
  postcode: school.postcode ?? '',
  place: school.place ?? '',
  municipalityCode: school.municipalityCode ?? '',
  municipality: school.municipality ?? '',
  province: school.province ?? '',
  denomination: school.denomination ?? '',
  website: school.website ?? '',
  phone: school.phone ?? '',
  holidayRegion: school.holidayRegion ?? '',
  latitude: school.latitude,
  longitude: school.longitude,
})
