import type { Hours, Instance, Session } from './instance.ts'
import { type Held, type Moment, overlap } from './moments.ts'

/** Rooms that are alike: open at the same hours, and for the same sessions. So many may be in use at once. */
export type Kind = { rooms: string[]; open: readonly Hours[] | undefined; sessions: Set<number> | undefined }

/** A room in which something was placed by hand is like no other. */
export function kindsOf({ rooms, sessions }: Instance): Kind[] {
  const kinds = new Map<string, Kind>()
  for (const { id, open } of rooms) {
    const allowed = sessions.flatMap((session, place) => (!session.rooms || session.rooms.includes(id) ? place : []))
    const byHand = sessions.some(({ placed }) => placed.some(({ room }) => room === id))
    const key = JSON.stringify([open ?? null, allowed, byHand ? id : ''])
    const kind = kinds.get(key) ?? { rooms: [], open, sessions: new Set(allowed) }
    kind.rooms.push(id)
    kinds.set(key, kind)
  }
  return [...kinds.values()]
}

export const isOpen = ({ open, sessions }: Kind, moment: Moment) =>
  (!sessions || sessions.has(moment.session)) &&
  (!open || open.some((one) => one.weekday === moment.weekday && one.from <= moment.from && one.until >= moment.until))

export const needsRoom = (instance: Instance, { rooms }: Session) => instance.rooms.length > 0 && rooms?.length !== 0

/** Never more at once than there are rooms of a kind; so each in turn takes the first that is free. */
export function shareRooms(
  kinds: readonly Kind[],
  chosen: readonly { moment: Moment; kind: number | undefined }[],
): Held[] {
  const placed: Held[] = []
  const sorted = [...chosen].sort((a, b) => a.moment.weekday - b.moment.weekday || a.moment.from - b.moment.from)
  for (const { moment, kind } of sorted) {
    const rooms = kind === undefined ? [] : kinds[kind]!.rooms
    const free = rooms.find((room) => !placed.some((one) => one.room === room && overlap(one, moment) > 0))
    placed.push({ ...moment, room: free ?? null })
  }
  return placed
}
