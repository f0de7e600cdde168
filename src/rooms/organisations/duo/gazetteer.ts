/** Where postcodes lie and how places and municipalities are properly written. Made once from the shipped tables. */
export type Spot = { pc4: string; place: string; municipality: string; latitude: number; longitude: number }

export type Gazetteer = {
  spots: ReadonlyMap<string, readonly Spot[]>
  places: ReadonlyMap<string, readonly Spot[]>
  municipalities: ReadonlyMap<string, { name: string; province: string }>
}

export function readGazetteer(postcodes: string, municipalities: string): Gazetteer {
  const spots = rowsOf(postcodes).map(
    ([pc4 = '', place = '', municipality = '', , latitude = '', longitude = '']): Spot => ({
      pc4,
      place: place.replace(/ \(?gem\.? .*$/i, ''),
      municipality,
      latitude: Number(latitude),
      longitude: Number(longitude),
    }),
  )
  return {
    spots: Map.groupBy(spots, ({ pc4 }) => pc4),
    places: Map.groupBy(spots, ({ place }) => fold(place)),
    municipalities: new Map(
      rowsOf(municipalities).map(([code = '', name = '', province = '']) => [code, { name, province }]),
    ),
  }
}

const rowsOf = (table: string) =>
  table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

/** "Súdwest-Fryslân", "SUDWEST FRYSLAN" and "Sudwest-Fryslan" are one. */
export const fold = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

export type Located = { latitude: number; longitude: number; from: 'postcode' | 'place' | 'nearest' }

/** The centre of the postcode; of the place when the postcode is unknown; else of the nearest number. */
export function locate(gazetteer: Gazetteer, postcode: string, place = ''): Located | undefined {
  const pc4 = postcode.slice(0, 4)
  if (!/^[1-9]\d{3}$/.test(pc4)) return undefined
  const here = gazetteer.spots.get(pc4) ?? []
  const spot = here.find((one) => fold(one.place) === fold(place)) ?? here[0]
  if (spot) return { latitude: spot.latitude, longitude: spot.longitude, from: 'postcode' }
  const around = (gazetteer.places.get(fold(place)) ?? []).filter(
    (one) => Math.abs(Number(one.pc4) - Number(pc4)) < 100,
  )
  return around.length > 0 ? { ...centre(around), from: 'place' } : nearest(gazetteer, Number(pc4))
}

function centre(spots: readonly Spot[]): { latitude: number; longitude: number } {
  const mean = (of: (spot: Spot) => number) =>
    Number((spots.reduce((sum, spot) => sum + of(spot), 0) / spots.length).toFixed(4))
  return { latitude: mean((spot) => spot.latitude), longitude: mean((spot) => spot.longitude) }
}

function nearest(gazetteer: Gazetteer, pc4: number): Located | undefined {
  for (let away = 1; away <= 10; away++) {
    const spot = (gazetteer.spots.get(String(pc4 - away)) ?? gazetteer.spots.get(String(pc4 + away)))?.[0]
    if (spot) return { latitude: spot.latitude, longitude: spot.longitude, from: 'nearest' }
  }
  return undefined
}

type Point = { latitude: number; longitude: number }

/** As the crow flies. */
export function distanceKm(from: Point, to: Point): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const half = (a: number, b: number) => Math.sin(rad(b - a) / 2) ** 2
  const arc =
    half(from.latitude, to.latitude) +
    Math.cos(rad(from.latitude)) * Math.cos(rad(to.latitude)) * half(from.longitude, to.longitude)
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(arc)))
}
