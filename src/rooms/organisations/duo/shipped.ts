import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { distanceKm, type Gazetteer, type Located, locate, readGazetteer } from './gazetteer.ts'
import { type Locations, readLocations } from './locations.ts'

export { distanceKm }

/** Name these wherever the data are shown. */
export const SOURCES = {
  locations: { source: 'DUO, Open onderwijsdata', date: '2026-04-18' },
  postcodes: { source: 'GeoNames (CC BY 4.0)', date: '2017-11-09' },
  municipalities: { source: 'CBS (CC BY 4.0)', date: '2025-01-01' },
} as const

/** The list of schools that ships with the product. */
export const shippedLocations = (): Promise<Locations> =>
  readDuo(gunzipSync(shipped('duo/schoolvestigingen-basisonderwijs.2026-04-18.csv.gz')))

/** A file of DUO, read with the shipped names of places and municipalities. */
export const readDuo = (bytes: Uint8Array): Promise<Locations> => readLocations(bytes, gazetteer(), coordinatesOf)

/** Where a postcode lies, as well as four digits can tell. */
export const coordinatesOf = (postcode: string, place = ''): Located | undefined => locate(gazetteer(), postcode, place)

function gazetteer(): Gazetteer {
  kept ??= readGazetteer(
    gunzipSync(shipped('postcode/pc4.2017.tsv.gz')).toString(),
    shipped('postcode/gemeenten.2025.tsv').toString(),
  )
  return kept
}

const shipped = (path: string) => readFileSync(new URL(`../../../../data/${path}`, import.meta.url))

let kept: Gazetteer | undefined
