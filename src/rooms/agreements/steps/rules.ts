import type { Day } from '#kit/time/day.ts'
import type { LineStep } from './tables.ts'

type Line = { until: Day | null; sleepsUntil: Day | null }
export type StepState = 'waits' | 'done' | 'declined'

/** What is known of the line says whether it was done; else somebody said that it was, or why not. */
export function stateOfStep(
  { step, closedOn, declined }: Pick<LineStep, 'step' | 'closedOn' | 'declined'>,
  { until, sleepsUntil }: Line,
  today: Day,
): StepState {
  if (declined) return 'declined'
  if (closedOn) return 'done'
  const isDone = step === 'ends' ? until !== null : sleepsUntil !== null && sleepsUntil > today
  return isDone ? 'done' : 'waits'
}

/** A line that sleeps wakes with the school year after this one, unless another day is said. */
export const usuallyWakes = (today: Day): Day =>
  today.slice(5) < '08-01' ? `${today.slice(0, 4)}-08-01` : `${Number(today.slice(0, 4)) + 1}-08-01`
