import type { Day } from '#kit/time/day.ts'
import { type Told, usual } from './content/cards.ts'
import { forAll, type RightId, rights } from './content/rights.ts'

export const parts = ['task', 'decides', 'consulted'] as const
export type Own = { [P in (typeof parts)[number]]: string | null }
export type Holder = { personId: string; name: string; days: readonly number[] }

/** Roles that have a card: those of who works inside a school, in the order of the trade. */
export const isOnCard = (role: string) => Object.hasOwn(usual, role)

/** What stands on the card: the school's own words, part by part, else those of the house. */
export function saidOf(role: string, own: Own | undefined, language: string): Told | undefined {
  const house = (isOnCard(role) ? usual[role] : undefined)?.[language === 'nl' ? 'nl' : 'en']
  return (
    house && {
      task: own?.task ?? house.task,
      decides: own?.decides ?? house.decides,
      consulted: own?.consulted ?? house.consulted,
    }
  )
}

/** What the house opens for this role, from what every colleague may to what only this one does. */
export const rightsOf = (role: string): ('all' | RightId)[] => [
  ...((forAll.roles as readonly string[]).includes(role) ? (['all'] as const) : []),
  ...rights.filter(({ roles }) => (roles as readonly string[]).includes(role)).map(({ id }) => id),
]

type Colleague = Holder & { roles: readonly string[]; from: Day | null }
/** Who has this role today. */
export const holdersOf = (staff: readonly Colleague[], role: string, today: Day): Holder[] =>
  staff.filter(({ roles, from }) => roles.includes(role) && (from === null || from <= today))
