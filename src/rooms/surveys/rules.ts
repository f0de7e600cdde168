import type { Day } from '#kit/time/day.ts'
import type { Poll, Vote } from './tables.ts'

export type Totals = Record<Vote, number>
export const noVotes: Totals = { yes: 0, doubt: 0, no: 0 }

/** Fewer voices than this say too much about who said what: no totals are told, and none are asked for. */
export const fewestVoices = 5

/** As long for every count, so that its length tells nothing. */
export const writeTotals = ({ yes, doubt, no }: Totals): string =>
  [yes, doubt, no].map((count) => String(count).padStart(5, '0')).join('')

export function readTotals(text: string | undefined): Totals | undefined {
  const [, yes, doubt, no] = /^(\d{5})(\d{5})(\d{5})$/.exec(text ?? '') ?? []
  return yes && doubt && no ? { yes: Number(yes), doubt: Number(doubt), no: Number(no) } : undefined
}

export const oneMore = (totals: Totals, vote: Vote): Totals => ({ ...totals, [vote]: totals[vote] + 1 })
export const sumOf = ({ yes, doubt, no }: Totals) => yes + doubt + no

/** What may be told: nothing while it is open with totals only, nothing ever of fewer than five. */
export const tellable = (totals: Totals | undefined): Totals | undefined =>
  totals && sumOf(totals) >= fewestVoices ? totals : undefined

/** It takes votes until its day has passed or somebody closed it. */
export const takesVotes = ({ closedOn, closesOn }: Pick<Poll, 'closedOn' | 'closesOn'>, today: Day) =>
  closedOn === null && closesOn >= today
