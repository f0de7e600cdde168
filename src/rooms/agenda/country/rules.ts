import type { Chance } from '#kit/chance/chance.ts'
import type { Thing } from '#kit/chance/country.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'

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
type Presence = ReturnType<typeof inventPresence>[number]

const slots = [
  ['08:30', '09:30'],
  ['09:30', '10:15'],
  ['10:30', '12:00'],
] as const
const subjects = ['rekenen', 'taal', 'lezen', 'spelling', 'wereld', 'gym', 'muziek']

/** The mornings of every group. */
export const inventLessons = (chance: Chance, groups: readonly Thing[]) =>
  groups.flatMap(({ id: groupId }) =>
    [1, 2, 3, 4, 5].flatMap((weekday) =>
      slots.map(([from, until]) => {
        const subject = chance.pick(subjects)
        return { id: chance.uuid(), groupId, weekday, from, until, subject, protected: subject === 'gym' }
      }),
    ),
  )

const begins = ['08:45', '09:15', '09:45', '10:30', '11:00', '11:30']
const reasons = ['away', 'swap', 'room', 'school'] as const

/** Who is there in the morning has a session or two with one group or two; some are otherwise one of these weeks. */
export function inventWeek(
  chance: Chance,
  { presence, groups, monday }: { presence: readonly Presence[]; groups: readonly Thing[]; monday: Day },
) {
  const mornings = groups.length ? presence.filter(({ from, until }) => from < '10:30' && until >= '11:30') : []
  const held = mornings.flatMap(({ relationId, weekday, spaceId }) =>
    chance.some(begins.slice(1, 5), chance.between(1, 3)).map((from) => {
      const session = { id: chance.uuid(), relationId, minutes: 30, times: 1 }
      const out = chance.some(groups, chance.between(1, 2))
      const placed = { id: chance.uuid(), sessionId: session.id, weekday, from, spaceId }
      return { session, out, placed }
    }),
  )
  const since = dayPlus(monday, -7 * 10)
  return {
    sessions: held.map(({ session, placed: { spaceId } }) => ({
      ...session,
      ...{ place: spaceId ? ('space' as const) : ('own' as const), spaceId },
    })),
    groups: held.flatMap(({ session, out }) =>
      out.map(({ id: groupId }) => ({ sessionId: session.id, groupId, pupils: chance.between(1, 3) })),
    ),
    placements: held.map(({ placed }) => ({ ...placed, since, until: null, byHand: chance.falls(50) })),
    changes: held
      .filter(() => chance.falls(20))
      .map(({ session, placed }) => ({
        ...{ id: chance.uuid(), sessionId: session.id, kind: 'cancelled' as const },
        ...{ day: dayPlus(monday, 7 * chance.between(-8, 1) + placed.weekday - 1), reason: chance.pick(reasons) },
      })),
  }
}
