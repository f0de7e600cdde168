import type { Day } from '#kit/time/day.ts'
import type { Decision } from './tables.ts'

/** A line that sleeps wakes with the school year after this one. */
export function wakesOn(today: Day): Day {
  const year = Number(today.slice(0, 4))
  return today.slice(5) < '08-01' ? `${year}-08-01` : `${year + 1}-08-01`
}

/** Who goes on needs no reason; everything else is explained, because somebody will ask. */
export const needsReason = (decision: Decision) => decision !== 'on'

/** The next line nobody has spoken of yet, after this one; then from the top again. */
export function nextAfter<T extends { id: string; decision: Decision | null }>(
  lines: readonly T[],
  id: string,
): T | undefined {
  const at = lines.findIndex((line) => line.id === id)
  return [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))].find(({ decision }) => decision === null)
}

/** A sentence that says when it has succeeded, the day to look, and what was seen then. */
export type Success = {
  success: string
  lookOn: Day
  writtenOn: Day
  outcome: 'reached' | 'partly' | 'missed' | null
  lookedOn: Day | null
}
type Begun = {
  successes: readonly Success[]
  chosen: { chosenOn: Day } | null
  began: { obligation: string | null; motives: readonly string[] } | null
}
type LookedAt = Success & { outcome: NonNullable<Success['outcome']>; lookedOn: Day }
/** What people saw when they looked, or what is missing to know it. */
export type Came =
  | { kind: 'looked'; seen: LookedAt }
  | { kind: 'ahead' | 'due' | 'before'; on: Day }
  | { kind: 'no-sentence' | 'no-start' }

/**
 * Did it do what we began for? Only as far as somebody looked: the last look since it was chosen counts, as one look at
 * what came before says nothing of it. Nothing is counted or weighed.
 */
export function cameOf({ successes, chosen, began }: Begun, today: Day): Came {
  const chosenOn = chosen?.chosenOn ?? null
  const looked = successes
    .filter((one): one is LookedAt => one.outcome !== null && one.lookedOn !== null)
    .toSorted((one, other) => other.lookedOn.localeCompare(one.lookedOn))
  const [last] = looked
  if (last && (chosenOn === null || last.lookedOn >= chosenOn)) return { kind: 'looked', seen: last }
  const open = successes.find(({ outcome }) => outcome === null)
  if (open) return { kind: open.lookOn < today ? 'due' : 'ahead', on: open.lookOn }
  if (last && chosenOn) return { kind: 'before', on: chosenOn }
  return { kind: chosen || began?.obligation || began?.motives.length ? 'no-sentence' : 'no-start' }
}
