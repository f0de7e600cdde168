import type { Day } from '#kit/time/day.ts'
import { isDue } from '#rooms/relations/door.ts'
import { aYearBefore } from '../rules.ts'

export type Gap = 'no-owner' | 'no-deputy' | 'no-face' | 'one-face'
export type Held = {
  form: 'organisation' | 'person' | 'group'
  obligation: 'law' | 'population' | 'choice' | null
  owner: string | null
  deputy: string | null
  faces: readonly string[]
}

/** Where a line hangs on one person, or on nobody: on our side first. A neighbour is one person, and may be. */
export function gapsOf({ form, owner, deputy, faces }: Held): Gap[] {
  const ours: Gap[] = owner === null ? ['no-owner'] : deputy === null ? ['no-deputy'] : []
  if (form === 'person') return ours
  return faces.length > 1 ? ours : [...ours, faces.length === 0 ? 'no-face' : 'one-face']
}

const obligations = ['law', 'population', 'choice', null] as const
const gapWeights: readonly Gap[] = ['no-owner', 'no-deputy', 'no-face', 'one-face']

/** Lines that hang on one person: what the law asks first, then those that nobody holds. */
export function onOnePerson<L extends Held & { name: string }>(lines: readonly L[]): (L & { gaps: Gap[] })[] {
  const weight = ({ gaps }: { gaps: Gap[] }) => gapWeights.indexOf(gaps[0] ?? 'one-face')
  return lines
    .map((line) => ({ ...line, gaps: gapsOf(line) }))
    .filter(({ gaps }) => gaps.length > 0)
    .sort(
      (a, b) =>
        obligations.indexOf(a.obligation) - obligations.indexOf(b.obligation) ||
        weight(a) - weight(b) ||
        a.name.localeCompare(b.name, 'nl'),
    )
}

export type Used = {
  obligation: Held['obligation']
  assuredOn: Day | null
  since: Day | null
  addedOn: Day
  lastTip: Day | null
  isPresent: boolean
}
export const daysToSettle = 90

/**
 * The road nobody took lately: not in the building, no tip of this year, and nobody said in a year that it is right. What
 * the law prescribes is not asked about, nor what has only just begun.
 */
export const isSilent = (line: Used, { today, settledBy }: { today: Day; settledBy: Day }) =>
  line.obligation !== 'law' &&
  !line.isPresent &&
  isDue(line.assuredOn, today) &&
  (line.lastTip === null || line.lastTip <= aYearBefore(today)) &&
  (line.since === null ? line.addedOn <= settledBy : line.since <= aYearBefore(today))
