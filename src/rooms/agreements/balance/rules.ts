import type { Side } from '../tables.ts'
import type { Balance } from './tables.ts'

export type Said = Pick<Balance, 'schoolYear' | 'side' | 'weight' | 'line'>
export type BothSaid = { schoolYear: number; school: Said; partner: Said }
export type BalanceShown = {
  schoolYear: number
  /** What this side said this year; the other's only when this one has said it too. */
  mine: Said | undefined
  both: BothSaid | undefined
  /** The other said it, but what is not told before this side has. */
  otherWaits: boolean
  before: BothSaid[]
}

const bothOf = (said: readonly Said[], schoolYear: number): BothSaid | undefined => {
  const of = (side: Side) => said.find((one) => one.schoolYear === schoolYear && one.side === side)
  const [school, partner] = [of('school'), of('partner')]
  return school && partner && { schoolYear, school, partner }
}

/** Side by side only where both have said it: neither answers the other, each answers the question. */
export function shownTo(side: Side, said: readonly Said[], schoolYear: number): BalanceShown {
  const now = said.filter((one) => one.schoolYear === schoolYear)
  const mine = now.find((one) => one.side === side)
  const years = [...new Set(said.map((one) => one.schoolYear))].filter((year) => year < schoolYear)
  return {
    ...{ schoolYear, mine, both: bothOf(said, schoolYear) },
    otherWaits: !mine && now.length > 0,
    before: years.sort((a, b) => b - a).flatMap((year) => bothOf(said, year) ?? []),
  }
}

/** Once both have said it, it stands: nobody changes her word because of the other's. */
export const mayWeigh = (said: readonly Said[], schoolYear: number) => bothOf(said, schoolYear) === undefined

/** The two agree when one gives what the other gets; both even; else they see it differently. */
export function agrees({ school, partner }: BothSaid): boolean {
  if (school.weight === 'even' || partner.weight === 'even') return school.weight === partner.weight
  return school.weight !== partner.weight
}
