import type { Day } from '#kit/time/day.ts'
import type { Outcome } from './tables.ts'

/** What somebody has on her hands: open lines she holds, hours those were estimated at, hours agreed with her. */
export type Load = {
  personId: string
  name: string
  lines: number
  hours: number
  /** Open lines nobody gave an estimate for. */
  unknown: number
  declared: number | null
}
export type Ceiling = { mostLines: number | null; mostPerOwner: number | null }

const atLeast = (count: number, most: number | null) => most !== null && count >= most

/** Which ceiling one more line would go through: that of the school, that of its owner. None when neither was agreed. */
export function through(
  { mostLines, mostPerOwner }: Ceiling,
  now: { lines: number; ofOwner: number | null },
): ('school' | 'owner')[] {
  return [
    ...(atLeast(now.lines, mostLines) ? (['school'] as const) : []),
    ...(now.ofOwner !== null && atLeast(now.ofOwner, mostPerOwner) ? (['owner'] as const) : []),
  ]
}

/** How far these hours would go over what was agreed with her; undefined when they fit, or nothing was agreed. */
export function hoursOver(load: Pick<Load, 'hours' | 'declared'> | undefined, more: number): number | undefined {
  if (!load || load.declared === null) return undefined
  const over = load.hours + more - load.declared
  return over > 0 ? over : undefined
}

type Room = { room: string | null; roomLineId: string | null; roomNote: string | null }
/** The question which line makes room is answered: by a line, or by a reason why none does. */
export const makesRoom = ({ room, roomLineId, roomNote }: Room) =>
  room === 'neither' ? Boolean(roomNote) : Boolean(room && roomLineId)

/** A trial may still become a yes or a no; those two stand. */
export const mayBeDecided = (last: Outcome | null) => last === null || last === 'try'
/** Somebody the school said yes to and has no line with yet. */
export const mayBecomeLine = ({ lineId }: { lineId: string | null }, last: Outcome | null) =>
  lineId === null && (last === 'yes' || last === 'try')

/** The day at which one would see it has come, and it was a trial: then it asks to be decided. */
export const asksDecision = ({ seenBy }: { seenBy: Day }, last: Outcome | null, today: Day) =>
  last === null || (last === 'try' && seenBy <= today)
