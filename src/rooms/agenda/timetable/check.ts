import type { Instance } from './instance.ts'
import { type Held, limitOf, mayBe, overlap, takenFrom } from './moments.ts'
import { needsRoom } from './rooms.ts'

export type Clash = {
  what: 'external' | 'room' | 'group' | 'day' | 'hours'
  sessions: string[]
  weekday: number
  from: number
}

/** What cannot be so in a plan, looked at pair by pair: nothing of the model is used here. */
export function clashesIn(instance: Instance, plan: readonly Held[]): Clash[] {
  const found: Clash[] = []
  const sessionOf = ({ session }: Held) => instance.sessions[session]!
  for (const [place, one] of plan.entries()) {
    const session = sessionOf(one)
    const tell = (what: Clash['what'], others: Held[] = []) =>
      void found.push({
        what,
        sessions: [one, ...others].map((it) => sessionOf(it).id),
        weekday: one.weekday,
        from: one.from,
      })
    const room = instance.rooms.find(({ id }) => id === one.room)
    const roomFits =
      (!session.rooms || !room || session.rooms.includes(room.id)) &&
      (!room?.open ||
        room.open.some((open) => open.weekday === one.weekday && open.from <= one.from && open.until >= one.until))
    if (!mayBe(instance, session, one) || one.until - one.from !== session.minutes) tell('hours')
    if (!roomFits || (needsRoom(instance, session) && !room)) tell('room')
    for (const other of plan.slice(place + 1)) {
      if (other.session === one.session && other.weekday === one.weekday) tell('day', [other])
      if (!overlap(one, other)) continue
      if (sessionOf(other).external === session.external) tell('external', [other])
      if (one.room && other.room === one.room) tell('room', [other])
    }
    for (const { id } of session.groups) {
      const away = plan.filter(
        (other) => overlap(other, { ...one, until: one.from + 1 }) && takenFrom(instance, sessionOf(other), id),
      )
      const taken = away.reduce((sum, other) => sum + takenFrom(instance, sessionOf(other), id), 0)
      if (taken > limitOf(instance, id))
        tell(
          'group',
          away.filter((other) => other !== one),
        )
    }
  }
  return found
}
