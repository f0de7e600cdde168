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
