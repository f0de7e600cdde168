import type { Chance } from '#kit/chance/chance.ts'
import type { Thing } from '#kit/chance/country.ts'

const hours = [
  ['08:30', '12:00'],
  ['09:00', '11:30'],
  ['10:30', '12:30'],
  ['13:00', '14:45'],
  ['14:45', '18:00'],
] as const
const matters = ['uitspraak, taal, stem', 'spreekuur', 'even overleggen', 'lessen', null, null]

/** Two in five partners are in the building, on one or two days. */
export function inventPresence(chance: Chance, lines: readonly Thing[], spaces: readonly Thing[]) {
  return lines
    .filter(() => chance.falls(40))
    .flatMap(({ id: relationId }) =>
      chance.some([1, 2, 3, 4, 5], chance.between(1, 2)).map((weekday) => {
        const [from, until] = chance.pick(hours)
        const spaceId = chance.falls(70) ? (chance.pick(spaces)?.id ?? null) : null
        return { id: chance.uuid(), relationId, weekday, from, until, spaceId, what: chance.pick(matters) }
      }),
    )
}
