import type { Instance } from './instance.ts'
import { againOf, type Held, limitOf, type Moment, momentsOf, overlap, takenFrom } from './moments.ts'
import { needsRoom } from './rooms.ts'

export type Spot = { weekday: number; from: number; room: string | null; misses: string[]; points: number }

/** Where a session could stand beside what stands already, cheapest first: what a person would look for by hand. */
export function spotsFor(instance: Instance, place: number, others: readonly Held[]): Spot[] {
  const mine = others.filter(({ session }) => session === place)
  const before = againOf(instance, place, mine)
  return momentsOf(instance, place)
    .flatMap((moment) => {
      const room = isFree(instance, moment, others) ? roomFor(instance, moment, others) : undefined
      if (room === undefined) return []
      const points = moment.core + moment.moved + againOf(instance, place, [...mine, moment]) - before
      return [{ weekday: moment.weekday, from: moment.from, room, misses: moment.misses, points }]
    })
    .sort((a, b) => a.points - b.points || a.weekday - b.weekday || a.from - b.from)
}

function isFree(instance: Instance, moment: Moment, others: readonly Held[]): boolean {
  const session = instance.sessions[moment.session]!
  const near = others.filter((one) => overlap(one, moment) > 0)
  if (others.some((one) => one.session === moment.session && one.weekday === moment.weekday)) return false
  if (near.some((one) => instance.sessions[one.session]!.external === session.external)) return false
  return session.groups.every(({ id }) => {
    const away = near.reduce((sum, one) => sum + takenFrom(instance, instance.sessions[one.session]!, id), 0)
    return away + takenFrom(instance, session, id) <= limitOf(instance, id)
  })
}

/** The first room that is free then; null when none is needed, undefined when there is none. */
function roomFor(instance: Instance, moment: Moment, others: readonly Held[]): string | null | undefined {
  const session = instance.sessions[moment.session]!
  if (!needsRoom(instance, session)) return null
  const taken = new Set(others.filter((one) => overlap(one, moment) > 0).map(({ room }) => room))
  return instance.rooms.find(({ id }) => (!session.rooms || session.rooms.includes(id)) && !taken.has(id))?.id
}
