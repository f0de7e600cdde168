import type { Chance } from '#kit/chance/chance.ts'
import { type Instance, instanceForm } from './instance.ts'

/** A school nobody goes to, for tests and measuring: the same for the same chance. */
export type Size = { groups: number; externals: number; sessions: number; rooms: number; seconds?: number }

const morning = [
  ['08:30', '08:45', 'kring', false, true],
  ['08:45', '09:30', 'lezen', true, false],
  ['09:30', '10:15', 'rekenen', true, false],
  ['10:30', '11:15', 'taal', true, false],
  ['11:15', '12:00', 'spelling', true, false],
] as const
const afternoon = [
  ['12:45', '13:30', 'wereldoriëntatie', false, false],
  ['13:30', '14:30', 'creatief', false, false],
] as const

export function inventedSchool(chance: Chance, { groups, externals, sessions, rooms, seconds = 10 }: Size): Instance {
  const days = [1, 2, 3, 4, 5]
  const lessons = () =>
    days.flatMap((weekday) => {
      const gym = chance.falls(30)
      const rest = weekday === 3 ? [] : afternoon
      return [...morning, ...rest].map(([from, to, subject, core, kept]) => {
        const isGym = gym && subject === 'creatief'
        return { weekday, from, to, subject: isGym ? 'gym' : subject, core, protected: kept || isGym }
      })
    })
  const presence = () =>
    chance
      .some(days, chance.between(1, 3))
      .map((weekday) => ({ weekday, from: '08:30', to: weekday === 3 ? '12:00' : '14:30' }))
  return instanceForm.parse({
    ...{ step: 15, seconds, outAtOnce: 4 },
    externals: Array.from({ length: externals }, (_, nth) => ({ id: `extern ${nth + 1}`, presence: presence() })),
    rooms: Array.from({ length: rooms }, (_, nth) => ({ id: `ruimte ${nth + 1}` })),
    groups: Array.from({ length: groups }, (_, nth) => ({ id: `groep ${nth + 1}`, lessons: lessons() })),
    sessions: Array.from({ length: sessions }, (_, nth) => ({
      id: `sessie ${nth + 1}`,
      external: `extern ${(nth % externals) + 1}`,
      minutes: chance.pick([30, 30, 30, 45, 45, 60]),
      groups: chance
        .some(
          Array.from({ length: groups }, (_, group) => `groep ${group + 1}`),
          chance.falls(80) ? 1 : 2,
        )
        .map((id) => ({ id, pupils: chance.between(1, 3) })),
      missed: chance.falls(30) ? { rekenen: chance.between(1, 2) } : {},
    })),
  })
}
