import type { Kind, Takeover } from './tables.ts'

/** So many rows go in or out at once: few enough that everybody else hardly waits, also on the embedded database. */
export const batchSize = 10

/** A short list is in before the page is there. */
export const isShort = (rows: number) => rows <= 25

/** What came in is the school's; how it came in is kept this long, to take it back. */
export const keptDays = 30

/** No few rows for this long: something is wrong, and whoever waits should know. */
const stillAfter = 5 * 60_000

export type State = 'busy' | 'still' | 'stopped' | 'done' | 'undoing' | 'undone'
type Moments = Pick<Takeover, 'doneAt' | 'stoppedAt' | 'undoAt' | 'undoneAt' | 'movedAt'>

export function stateOf({ doneAt, stoppedAt, undoAt, undoneAt, movedAt }: Moments, now: Date): State {
  if (undoneAt) return 'undone'
  const isStill = now.getTime() - movedAt.getTime() > stillAfter
  if (undoAt) return isStill ? 'still' : 'undoing'
  if (doneAt) return 'done'
  if (stoppedAt) return 'stopped'
  return isStill ? 'still' : 'busy'
}

export const isMoving = (state: State) => state === 'busy' || state === 'undoing'
/** What is in can be taken back, once. */
export const canBeTakenBack = ({ doneAt, stoppedAt, undoAt }: Pick<Moments, 'doneAt' | 'stoppedAt' | 'undoAt'>) =>
  (doneAt !== null || stoppedAt !== null) && undoAt === null

/** Where one sees what came in. */
export const homeOf = (kind: Kind) => ({ partners: '/netwerk', staff: '/school' })[kind]
