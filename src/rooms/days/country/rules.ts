import type { Chance } from '#kit/chance/chance.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import type { KindOfDay } from '../rules.ts'

const told: readonly (readonly [KindOfDay, string])[] = [
  ['study', 'Studiedag'],
  ['study', 'Studiedag'],
  ['free', 'Margedag'],
  ['event', 'Ouderavond'],
  ['event', 'Sportdag'],
  ['event', 'Kerstviering'],
]

/** Some days of a school year on which it is otherwise: study days, a day off, and what it holds. */
export const inventDays = (chance: Chance, monday: Day) =>
  told.map(([kind, title]) => {
    const day = dayPlus(monday, 7 * chance.between(-10, 25) + chance.below(5))
    return { id: chance.uuid(), kind, title, from: day, until: day }
  })
