import type { Chance } from '#kit/chance/chance.ts'
import type { Area } from '#kit/chance/country.ts'
import { inventPhone } from '#kit/chance/persons.ts'
import { partnerTypes } from '#rooms/trade/door.ts'
import { coordinatesOf } from '../duo/shipped.ts'
import type { NewOrganisation } from '../tables.ts'

/** Kinds of partner that an area has one of, and more where there are many schools. They speak for themselves. */
const kinds = [
  'gem_onderwijs',
  'gem_leerplicht',
  'wijkteam',
  'cjg',
  'smw',
  'dyslexiezorg',
  'kindercoach',
  'jgz',
  'logopedist',
  'kinderfysio',
  'ergotherapeut',
  'kdv_ve',
  'bso',
  'swv',
  'vo',
  'obd',
  'kunstencentrum',
  'museum_theater',
  'bibliotheek',
  'buurtsportcoach',
  'sportvereniging',
  'nme',
  'welzijn',
  'jongerenwerk',
] as const
const schoolsPerPartner = 15
const mostOfAKind = 4

/** The partners of one area that have made themselves known. The same for the same seed, whichever school asks first. */
export const partnersOfArea = (chance: Chance, area: Area): (NewOrganisation & { id: string })[] =>
  kinds.flatMap((type) =>
    Array.from({ length: Math.min(mostOfAKind, Math.ceil(area.sites / schoolsPerPartner)) }, (_, place) =>
      partnerOf(chance, area, { type, place }),
    ),
  )

function partnerOf(chance: Chance, area: Area, { type, place }: { type: string; place: number }) {
  const postcode = chance.pick(area.postcodes)
  const spot = coordinatesOf(postcode, area.name)
  return {
    id: chance.uuid(),
    kind: 'partner' as const,
    name: `${shortName(type)} ${area.name}${place ? ` ${place + 1}` : ''}`,
    type,
    code: `verzonnen:${area.code}:${type}:${place}`,
    postcode,
    place: area.name,
    municipalityCode: area.code,
    municipality: area.name,
    phone: inventPhone(chance),
    website: `https://${type.replaceAll('_', '-')}.example`,
    latitude: spot?.latitude ?? null,
    longitude: spot?.longitude ?? null,
    source: 'claimed' as const,
  }
}

/** “Logopedist” for “Logopedist of …, …”: what stands before the first further explanation. */
const shortName = (type: string) => partnerTypes.find(({ id }) => id === type)?.nl.split(/ of |,| \(|:/)[0] ?? type
