import type { Chance } from '#kit/chance/chance.ts'
import type { Thing } from '#kit/chance/country.ts'
import { inventFamily, inventPerson, inventPhone } from '#kit/chance/persons.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { motives, partnerTypes } from '#rooms/trade/door.ts'
import type { forms, levels, obligations, scales } from '../tables.ts'

export type Held = { staff: readonly Thing[]; partners: readonly Thing[]; place: string; postcode: string; today: Day }

type PartnerType = (typeof partnerTypes)[number]

const usual = partnerTypes.filter((type) => !['noodhulp', 'vertrouwensinspecteur'].includes(type.id))
const byLaw = usual.filter((type) => type.mandatory.by_law)
const byChoice = usual.filter((type) => !type.mandatory.by_law)

/** Some thirty lines of one school: what the law asks for, and what it chose itself. */
export function inventLines(chance: Chance, held: Held) {
  const types = [...chance.some(byLaw, chance.between(9, 14)), ...chance.some(byChoice, chance.between(15, 23))]
  return types.map((type) => inventLine(chance, type, held))
}
export type InventedLine = ReturnType<typeof inventLine>

function inventLine(chance: Chance, type: PartnerType, held: Held) {
  const own = { name: nameOf(chance, type, held.place), organisationId: null, phone: inventPhone(chance) }
  const { today } = held
  return {
    ...{ id: chance.uuid(), type: type.id, place: held.place, postcode: held.postcode },
    ...(known(chance, type, held) ?? own),
    form: (chance.falls(8) ? 'person' : 'organisation') as (typeof forms)[number],
    levels: type.level as (typeof levels)[number][],
    scale: type.scale as (typeof scales)[number],
    website: chance.falls(70) ? `https://${type.id.replaceAll('_', '-')}.example` : null,
    since: dayPlus(today, -chance.between(30, 5000)),
    until: chance.falls(5) ? dayPlus(today, -chance.between(1, 300)) : null,
    ...heldBy(chance, held.staff),
    assuredOn: chance.falls(75) ? dayPlus(today, -chance.between(0, 600)) : null,
    reason: {
      obligation: (type.mandatory.by_law
        ? 'law'
        : chance.pick(['population', 'choice'])) as (typeof obligations)[number],
      motives: chance.some(motives, chance.between(1, 3)).map(({ id }) => id),
      about: chance.falls(30) ? 'Staat in het schoolplan; ieder voorjaar kijken we of het nog past.' : null,
    },
    faces: inventFaces(chance, type),
  }
}

/** Of the partners of the area that speak for themselves, half the lines point to one. */
function known(chance: Chance, type: PartnerType, { partners }: Held) {
  const alike = partners.filter(({ as }) => as[0] === type.id)
  if (!alike.length || !chance.falls(50)) return undefined
  const { id, as } = chance.pick(alike)
  return { organisationId: id, name: as[1] ?? '', postcode: as[2] ?? '', phone: as[3] ?? '' }
}

const nameOf = (chance: Chance, { nl, scale }: PartnerType, place: string) => {
  const kind = nl.split(/ of |,| \(|:/)[0] ?? nl
  if (scale === 'gemeente' || scale === 'wijk') return `${kind} ${place}`
  return `${kind} ${inventFamily(chance)}`
}

function heldBy(chance: Chance, staff: readonly Thing[]) {
  const keepers = staff.filter(({ as }) => as.some((role) => role !== 'leerkracht' && role !== 'onderwijsassistent'))
  const [owner, deputy] = chance.some(keepers, 2)
  const ownerId = chance.falls(92) ? (owner?.id ?? null) : null
  return { ownerId, deputyId: ownerId && chance.falls(60) ? (deputy?.id ?? null) : null }
}

const work = ['adviseur', 'behandelaar', 'coördinator', 'medewerker', 'consulent', 'vrijwilliger', 'docent']
const moments = ['ochtend', 'na drie uur', 'tussen 9 en 10 uur', null, null]

const inventFaces = (chance: Chance, { id: type }: PartnerType) =>
  Array.from({ length: chance.pick([0, 1, 1, 1, 2, 2, 3]) }, (_, rank) => ({
    ...{ id: chance.uuid(), rank },
    ...inventPerson(chance, type.replaceAll('_', '-')),
    work: chance.pick(work),
    days: chance.some([1, 2, 3, 4, 5], chance.between(1, 4)).sort(),
    moment: chance.pick(moments),
  }))
